import { refuseFile } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import type { Zip } from './zip.server.ts'

export type BinaryKind = 'zip' | 'text'

/**
 * What a file is by its first bytes, whatever its name says.
 * @throws DomainError question_file_refused for everything that can't hold questions for us, with what to do instead
 */
export function binaryKindOf(bytes: Buffer): BinaryKind {
  const head = bytes.subarray(0, 8)
  if (
    head.toString('latin1').startsWith('PK\u0003\u0004') ||
    head.toString('latin1').startsWith('PK\u0005\u0006')
  )
    return 'zip'
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') throw refuseFile(oldOfficeReason(bytes))
  const start = bytes.subarray(0, 1024).toString('latin1')
  const reason = REFUSED_BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1]
  if (reason) throw refuseFile(reason)

  return 'text'
}

const REFUSED_BEGINNINGS: readonly [RegExp, RefusalReason][] = [
  [/^%PDF-/, 'pdf'],
  [/^\s*\{\\rtf/, 'rich_text'],
  [/^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|BM.{4}\0\0\0\0|RIFF....WEBP|II\*\0|MM\0\*)/s, 'picture'],
  [/^(?:Rar!|7z\u00BC\u00AF|\u001F\u008B|\u00FD7zXZ|BZh)/, 'archive'],
  [/^(?:\u00EF\u00BB\u00BF)?\s*(?:<!doctype html|<html|<head|<table|<meta|<body|MIME-Version:)/i, 'web_page'],
]

/** Names inside the old container, in UTF-16, tell what it holds. */
function oldOfficeReason(bytes: Buffer): RefusalReason {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'password'
  if (holds('WordDocument')) return 'legacy_word'
  if (holds('Workbook') || holds('Book')) return 'legacy_excel'

  return 'legacy_office'
}

export type ZipKind = 'docx' | 'xlsx' | 'yaml'

/** @throws DomainError question_file_refused for archives that are neither Word, Excel nor our topic files */
export async function zipKindOf(zip: Zip): Promise<ZipKind> {
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name))
  const types = ((await zip.read('[Content_Types].xml')) ?? Buffer.from('')).toString('latin1')
  if (has(/vbaProject\.bin$/i) || /macroEnabled/i.test(types)) throw refuseFile('macros')
  if (has(/^word\/document\d*\.xml$/)) return 'docx'
  if (has(/(?:^|\/)workbook\.xml$/)) return 'xlsx'
  if (has(/(?:^|\/)workbook\.bin$/)) throw refuseFile('binary_workbook')
  if (has(/^EncryptedPackage$/)) throw refuseFile('password')
  const mimeType = ((await zip.read('mimetype')) ?? Buffer.from('')).toString('latin1')
  if (/opendocument/.test(mimeType)) throw refuseFile('open_document')
  if (has(/\.ya?ml$/i)) return 'yaml'
  throw refuseFile(zip.names.length === 0 ? 'zip_broken' : 'archive')
}
