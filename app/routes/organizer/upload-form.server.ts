import { DomainError } from '#app/core/domain-error.ts'
import { uploadOf } from '#app/http/upload.server.ts'
import type { UploadedFile } from '#app/http/upload.server.ts'
import { statusOf } from '#app/http/problem.ts'
import { refuseForm } from './console-form.server.ts'

/**
 * Takes an uploaded workbook.
 * @returns what the use case gives, or the refusal with the sentence for the field
 */
export async function takeUpload(request: Request, work: (file: UploadedFile) => Promise<string>) {
  try {
    const form = await request.formData()

    return { draftId: await work(await uploadOf(form, 'file')), refused: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code !== 'workbook_unreadable' && !error.code.startsWith('upload_')) throw error
    const key = typeof error.details.reason === 'string' ? error.details.reason : error.code

    return { draftId: null, refused: refuseForm({ intent: 'upload' }, { file: key }, statusOf(error.code)) }
  }
}
