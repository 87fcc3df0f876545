import { readFile, stat } from 'node:fs/promises'
import { IMPORT_LIMITS } from '../../core/questions/import/draft.ts'
import { refuseFile } from '../../services/questions/files/refusal.ts'

/** A path that names no file; shown to who typed it. */
export class NoFile extends Error {}

/**
 * Reads a file of questions, unless it is larger than any may be.
 * @throws NoFile
 * @throws DomainError question_file_refused (too_large)
 */
export async function readQuestionFile(path: string): Promise<Buffer> {
  const facts = await stat(path).catch(() => null)
  if (!facts) throw new NoFile(`Không tìm thấy tệp: ${path}`)
  if (!facts.isFile()) throw new NoFile(`Không phải là tệp: ${path}`)
  if (facts.size > IMPORT_LIMITS.fileBytes)
    throw refuseFile('too_large', { limitBytes: IMPORT_LIMITS.fileBytes })

  return readFile(path).catch(() => {
    throw new NoFile(`Không đọc được tệp: ${path}`)
  })
}
