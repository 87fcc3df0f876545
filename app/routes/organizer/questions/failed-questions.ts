import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { lackingOf } from '#app/core/questions/question-content.ts'
import type { WaitingQuestion } from '#app/core/questions/import/waiting-import.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { describePlace, describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { writeRowsToMend } from '#app/services/questions/rows-to-mend.server.ts'
import type { RowReason } from '#app/services/questions/rows-to-mend.server.ts'

/**
 * What can't be imported or, asked for with `?chi=thieu`, what lacks an explanation or a citation: one row a question
 * with what is wrong in words, to be corrected and uploaded again.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.write'))
  const locale = localeOf(request.headers.get('Cookie'))
  const wanted = new URL(request.url).searchParams.get('chi') === 'thieu' ? 'incomplete' : 'failed'
  const target = { bankSlug: params.bank ?? '', importId: params.importId ?? '', now: context.now }
  const name = wanted === 'failed' ? 'cau-loi' : 'cau-con-thieu'
  const written = writeRowsToMend(target, wanted, describerIn(locale))

  return orThrowResponse(written.then((bytes) => downloadIn(bytes, name)))
}

function describerIn(locale: ReturnType<typeof localeOf>) {
  const t = translate(locale, questionImport)
  const tQuestions = translate(locale, questions)

  return ({ question }: WaitingQuestion, reason: RowReason): string => {
    switch (reason) {
      case 'has_errors':
        return question.problems
          .filter(({ severity }) => severity === 'error')
          .map((each) => `${describeProblem(t, each)} (${describePlace(t, each.place)})`)
          .join('\n')
      case 'incomplete':
        return lackingOf(question)
          .map((field) => tQuestions(`lacks_${field}`))
          .join('. ')
      case 'topic_unknown':
      case 'undecided':
      case 'invalid':
        return t(`failure_${reason}`)
      default:
        return reason satisfies never
    }
  }
}

function downloadIn(bytes: Uint8Array | null, name: string): Response {
  if (!bytes) throw new DomainError('not_found')

  return downloadOf(bytes, name, 'xlsx')
}
