import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireParticipant } from '#app/auth/guards.server.ts'
import { ExamPage } from '#app/components/exam/exam-page.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { exam } from '#app/i18n/messages/exam.ts'
import { translate } from '#app/i18n/messages.ts'
import { listPaperAnnouncements } from '#app/services/contests/announcement-lists.server.ts'
import { requireRunningAttempt } from '#app/services/attempts/attempt-views.server.ts'

/** The paper has its own head: nothing may distract from it or lead away by accident. */
export const handle = { shell: 'bare' } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const participant = await orThrowResponse(requireParticipant(request))
  const attemptId = params.attemptId ?? ''
  const attempt = await orThrowResponse(
    requireRunningAttempt(attemptId, participant.id, context.now).catch((error: unknown) => {
      const hasEnded = error instanceof DomainError && error.code === 'attempt_ended'
      throw hasEnded ? redirect(paths.result(attemptId)) : error
    }),
  )

  return {
    announcements: await listPaperAnnouncements(context.now),
    title: translate(localeOf(request.headers.get('Cookie')), exam)('pageTitle', {
      round: attempt.roundTitle,
    }),
    // In the page as in the API: times are text, and one type describes both.
    copy: {
      ...attempt,
      startedAt: attempt.startedAt.toISOString(),
      deadlineAt: attempt.deadlineAt.toISOString(),
      savedAt: attempt.savedAt?.toISOString() ?? null,
    },
  }
}

/** The page keeps itself up to date; loading the paper again would only fail where the network does. */
export const shouldRevalidate = () => false

export default function TakePaper() {
  const { copy, announcements } = useLoaderData<typeof loader>()

  return <ExamPage key={copy.attemptId} copy={copy} announcements={announcements} />
}
