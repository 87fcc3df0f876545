import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { describePlace, describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { writeFailedRows } from '#app/services/apply-question-import.server.ts'

/** What can't be imported, one row a question with what is wrong in words: to be corrected and uploaded again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.write'))
  const t = translate(localeOf(request.headers.get('Cookie')), questionImport)
  const written = writeFailedRows(
    { bankSlug: params.bank ?? '', importId: params.importId ?? '', now: context.now },
    ({ question }, reason) =>
      reason === 'has_errors'
        ? question.problems
            .filter(({ severity }) => severity === 'error')
            .map((each) => `${describeProblem(t, each)} (${describePlace(t, each.place)})`)
            .join('\n')
        : t(`failure_${reason}`),
  )

  return orThrowResponse(written.then(toDownload))
}

function toDownload(file: Awaited<ReturnType<typeof writeFailedRows>>): Response {
  if (!file) throw new DomainError('not_found')

  return downloadOf(file.bytes, 'cau-loi', 'xlsx')
}
