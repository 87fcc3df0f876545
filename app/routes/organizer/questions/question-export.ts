import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import type { DownloadType } from '#app/http/download.server.ts'
import { parseQuestionQuery } from '#app/http/question-query.ts'
import { exportQuestions } from '#app/services/questions/question-export.server.ts'
import { EXPORT_FORMATS } from '#app/services/questions/files/export.server.ts'
import type { ExportFormat } from '#app/services/questions/files/export.server.ts'

const TYPE_OF: Readonly<Record<ExportFormat, DownloadType>> = {
  xlsx: 'xlsx',
  gift: 'gift',
  moodle: 'xml',
  yaml: 'zip',
  'docx-paper': 'docx',
  'docx-key': 'docx',
}

/** The approved questions that the filter of the list lets through, with their keys. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'questions.read'))
  const { filter } = parseQuestionQuery(request.url)
  const asked = new URL(request.url).searchParams.get('dinh-dang')
  const format = EXPORT_FORMATS.find((each) => each === asked)

  return orThrowResponse(download({ bankSlug: params.bank ?? '', filter, format, actorId, now: context.now }))
}

type Wanted = Omit<Parameters<typeof exportQuestions>[0], 'format'> & { format: ExportFormat | undefined }

async function download({ format, ...order }: Wanted): Promise<Response> {
  if (!format) throw new DomainError('not_found')
  const { name, bytes } = await exportQuestions({ ...order, format })

  return downloadOf(bytes, name.replace(/\.[a-z]+$/, ''), TYPE_OF[format])
}
