import { readFileSync, readdirSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

const FONTS = ['be-vietnam-pro-400.woff2', 'be-vietnam-pro-600.woff2'] as const
const BASE_LETTERS = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
const TONE_MARKS = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VIETNAMESE_LETTERS = [
  ...[...BASE_LETTERS].flatMap((letter) => TONE_MARKS.map((mark) => (letter + mark).normalize('NFC'))),
  'đ',
  'Đ',
]
/** A phone on a slow network waits for these two files before it shows the real letters. */
const MAX_BYTES = 14_000

test.each(FONTS)('%s has every Vietnamese letter as one composed glyph', (name) => {
  const covered = codePointsOf(readFont(name))

  expect(VIETNAMESE_LETTERS).toHaveLength(146)
  expect(VIETNAMESE_LETTERS.filter((letter) => !covered.has(letter.codePointAt(0) ?? 0))).toEqual([])
})

test.each(FONTS)('%s has every character that the Vietnamese and English texts use', (name) => {
  const covered = codePointsOf(readFont(name))
  const used = new Set([...interfaceTexts().normalize('NFC')].filter((character) => character > ' '))

  expect([...used].filter((character) => !covered.has(character.codePointAt(0) ?? 0))).toEqual([])
})

test.each(FONTS)('%s stays small', (name) => {
  expect(readFont(name).length).toBeLessThan(MAX_BYTES)
})

function readFont(name: string): Buffer {
  return readFileSync(new URL(`fonts/${name}`, import.meta.url))
}

/** The words between quotes only: comments in the files may use any character. */
function interfaceTexts(): string {
  const folder = new URL('../i18n/messages/', import.meta.url)

  return readdirSync(folder)
    .filter((name) => /\.(?:vi|en)\.ts$/.test(name))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(
        /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`/g,
      ),
    ])
    .map(([text]) => text)
    .join('')
}

/** The code points that the format 4 table of a WOFF2 file maps to a glyph (W3C WOFF2, OpenType `cmap`). */
function codePointsOf(font: Buffer): Set<number> {
  const cmap = findTable(font, 'cmap')
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  )
  const at = subtables.find((offset) => cmap.readUInt16BE(offset) === 4)
  if (at === undefined) throw new Error('no format 4 cmap')

  const segments = cmap.readUInt16BE(at + 6) / 2
  const covered = new Set<number>()
  for (let segment = 0; segment < segments; segment++) {
    const end = cmap.readUInt16BE(at + 14 + segment * 2)
    const start = cmap.readUInt16BE(at + 16 + segments * 2 + segment * 2)
    if (start === 0xffff) continue
    for (let code = start; code <= end; code++) covered.add(code)
  }

  return covered
}

const KNOWN_TAGS = [
  'cmap',
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'name',
  'OS/2',
  'post',
  'cvt ',
  'fpgm',
  'glyf',
  'loca',
]
const HEADER_BYTES = 48

/** Tables lie one behind the other in one Brotli stream, in the order of the directory. */
function findTable(font: Buffer, tag: string): Buffer {
  let cursor = HEADER_BYTES
  let offset = 0
  const readBase128 = (): number => {
    let value = 0
    for (;;) {
      const byte = font.readUInt8(cursor++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  let found: { offset: number; length: number } | null = null
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = font.readUInt8(cursor++)
    const known = flags & 0x3f
    const name = known === 0x3f ? font.toString('latin1', cursor, (cursor += 4)) : (KNOWN_TAGS[known] ?? '?')
    const original = readBase128()
    const version = flags >> 6
    // glyf and loca are transformed unless they say 3; the others only when they do not say 0.
    const isTransformed = name === 'glyf' || name === 'loca' ? version !== 3 : version !== 0
    const length = isTransformed ? readBase128() : original
    if (name === tag) found = { offset, length }
    offset += length
  }
  if (!found) throw new Error(`no table ${tag}`)

  return brotliDecompressSync(font.subarray(cursor)).subarray(found.offset, found.offset + found.length)
}
