import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { refuseFile } from './refusal.ts'

/** Far above what a file of 5,000 questions needs, far below what hurts the server. */
const ZIP_LIMITS = {
  members: 2_000,
  memberBytes: 48 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  /** Office files shrink to a twentieth at most; only what was made to burst is denser. */
  ratio: 250,
  ratioFromBytes: 1024 * 1024,
} as const

/** An opened archive: names of its members, and their contents within the bounds. */
export type Zip = {
  names: readonly string[]
  /** @returns null when there is no such member */
  read: (name: string) => Promise<Buffer | null>
}

/**
 * Opens a ZIP archive after checking what it declares; what a member really holds is checked while it is inflated.
 * @param memberBytes what one member may inflate to
 * @throws DomainError question_file_refused (zip_broken, zip_unsafe_names, zip_bomb, password)
 */
export async function openZip(bytes: Buffer, memberBytes: number = ZIP_LIMITS.memberBytes): Promise<Zip> {
  const zipFile = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) =>
      error ? reject(refuseFile('zip_broken')) : resolve(opened),
    ),
  )
  const entries = await listEntries(zipFile)
  checkDeclared(entries, memberBytes)
  const byName = new Map(entries.map((entry) => [entry.fileName.replace(/^\/+/, ''), entry]))
  let inflatedBytes = 0

  return {
    names: [...byName.keys()],
    read: async (name) => {
      const entry = byName.get(name)
      if (!entry) return null
      const limit = Math.min(memberBytes, ZIP_LIMITS.totalBytes - inflatedBytes)
      const content = await inflate(zipFile, entry, limit)
      inflatedBytes += content.length

      return content
    },
  }
}

function listEntries(zipFile: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zipFile.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > ZIP_LIMITS.members) reject(refuseFile('zip_bomb'))
      else zipFile.readEntry()
    })
    zipFile.once('end', () => resolve(entries))
    // yauzl refuses names that lead out of a folder.
    zipFile.on('error', (error: Error) =>
      reject(
        refuseFile(
          /relative path|absolute path|characters in fileName/i.test(error.message)
            ? 'zip_unsafe_names'
            : 'zip_broken',
        ),
      ),
    )
    zipFile.readEntry()
  })
}

function checkDeclared(entries: readonly Entry[], memberBytes: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const isBomb =
    total > ZIP_LIMITS.totalBytes ||
    entries.some((entry) => entry.uncompressedSize > memberBytes || isTooDense(entry))
  if (isBomb) throw refuseFile('zip_bomb')
  if (entries.some((entry) => (entry.generalPurposeBitFlag & 1) === 1)) throw refuseFile('password')
}

function isTooDense(entry: Entry): boolean {
  const { uncompressedSize, compressedSize } = entry

  return uncompressedSize > ZIP_LIMITS.ratioFromBytes && uncompressedSize > compressedSize * ZIP_LIMITS.ratio
}

function inflate(zipFile: ZipFile, entry: Entry, limitBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zipFile.openReadStream(entry, (error, stream) => {
      if (error) return reject(refuseFile('zip_broken'))
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        chunks.push(chunk)
        if (size > limitBytes) stream.destroy(refuseFile('zip_bomb'))
      })
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      // More than was declared, or broken data: yauzl's own errors.
      stream.on('error', (failure: Error & { code?: unknown }) =>
        reject(
          failure.name === 'DomainError'
            ? failure
            : refuseFile(/too many bytes/i.test(failure.message) ? 'zip_bomb' : 'zip_broken'),
        ),
      )
    })
  })
}
