/**
 * Reads the first worksheet of an untrusted workbook in a thread of its own: a large file must not hold up the answers
 * of people who are taking a paper, and one made to fill the memory ends this thread and nothing else.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import yauzl from 'yauzl'

const ZIP_SIGNATURE = '504b0304'
/** Excel before 2007, and workbooks with a password. */
const COMPOUND_FILE_SIGNATURE = 'd0cf11e0'
const MAX_ENTRIES = 2_000
const MACROS = /vbaProject\.bin$/i

/** A refusal, by the key of its text. */
class Unreadable extends Error {}

parentPort?.postMessage(await answer(workerData))

async function answer({ bytes, bounds }) {
  try {
    const buffer = Buffer.from(bytes)
    await checkArchive(buffer, bounds.maxInflatedBytes)
    const rows = await readSheet(buffer, 1).catch((error) => {
      throw new Unreadable(error?.name === 'SheetNotFoundError' ? 'no_sheet' : 'not_a_workbook')
    })
    if (rows.length > bounds.maxRows) throw new Unreadable('too_many_rows')
    return { rows: rows.map((row) => row.slice(0, bounds.maxColumns).map(toText)) }
  } catch (error) {
    return { reason: error instanceof Unreadable ? error.message : 'not_a_workbook' }
  }
}

/** What a cell holds, as text; a day without its time. */
function toText(cell) {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

/** Adds up what the archive really inflates to before anything parses it: what it declares may be a lie. */
async function checkArchive(buffer, maxInflatedBytes) {
  const signature = buffer.subarray(0, 4).toString('hex')
  if (signature === COMPOUND_FILE_SIGNATURE) throw new Unreadable('old_format')
  if (signature !== ZIP_SIGNATURE) throw new Unreadable('not_a_workbook')
  const archive = await open(buffer)
  if (archive.entryCount > MAX_ENTRIES) throw new Unreadable('too_large')
  let inflatedBytes = 0
  for await (const entry of archive.eachEntry()) {
    if (MACROS.test(entry.fileName)) throw new Unreadable('has_macros')
    if (entry.fileName.endsWith('/')) continue
    // yauzl ends the stream with an error as soon as it exceeds the declared size.
    if (inflatedBytes + entry.uncompressedSize > maxInflatedBytes) throw new Unreadable('too_large')
    for await (const chunk of await archive.openReadStreamPromise(entry)) inflatedBytes += chunk.length
  }
}

async function open(buffer) {
  try {
    return await yauzl.fromBufferPromise(buffer, { lazyEntries: true })
  } catch {
    throw new Unreadable('not_a_workbook')
  }
}
