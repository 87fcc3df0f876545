import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { RegradePage } from '#app/components/regrade/regrade-page.tsx'
import { REGRADE_PARAMS } from '#app/http/paths.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { loadRegradeDesk } from '#app/services/regrades/regrade-desk.server.ts'
import { getQuestionToCorrect } from '#app/services/regrades/question-to-correct.server.ts'
import { findRoundQuestions } from '#app/services/regrades/regrade-questions.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'
import { doneTextOf } from '../done.ts'
import { REGRADE_DONE, regradeFromForm } from './regrade-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Chấm lại ${data?.desk.round.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))

  return orThrowResponse(loadPage(request, params.slug ?? '', context.now))
}

async function loadPage(request: Request, slug: string, now: Date) {
  const { searchParams } = new URL(request.url)
  const search = searchParams.get('tim') ?? ''
  const versionId = searchParams.get(REGRADE_PARAMS.question)
  const round = await requireRound(slug)
  const [desk, question, found] = await Promise.all([
    loadRegradeDesk(round, now),
    versionId === null ? null : getQuestionToCorrect(round, versionId),
    versionId === null ? findRoundQuestions(round, search, pageOf(searchParams)) : null,
  ])

  return { desk, question, search, found, done: doneTextOf(request, REGRADE_DONE) }
}

function pageOf(searchParams: URLSearchParams): number {
  const page = Number(searchParams.get('trang'))

  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.manage'))

  return orThrowResponse(regradeFromForm(request, { roundSlug: params.slug ?? '', actorId: user.id, now }))
}

/** After a refusal too, which Remix would not do: it may mean that somebody else has just changed the set. */
export const shouldRevalidate = () => true

export default function Regrade() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return <RegradePage view={view} answer={answer} />
}
