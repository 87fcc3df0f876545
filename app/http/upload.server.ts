import { DomainError } from '../core/domain-error.ts'

/** Question sets, rosters and unit lists; a workbook of 5,000 questions is about 1 MB. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

export type UploadedFile = { name: string; bytes: Uint8Array }

/**
 * The file of a form field, as it was sent: what it is, its content says. The whole request was bounded before it was
 * read (app/server/page-lane.ts).
 * @throws DomainError upload_missing | upload_too_large with `maxBytes`
 */
export async function uploadOf(form: FormData, field: string): Promise<UploadedFile> {
  const file = form.get(field)
  if (!(file instanceof File) || file.size === 0) throw new DomainError('upload_missing')
  if (file.size > MAX_UPLOAD_BYTES)
    throw new DomainError('upload_too_large', { bytes: file.size, maxBytes: MAX_UPLOAD_BYTES })

  return { name: file.name.normalize('NFC'), bytes: new Uint8Array(await file.arrayBuffer()) }
}
