import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ContestPageHeader } from '#app/components/contest-setup/contest-page-header.tsx'
import { RankingForm } from '#app/components/contest-setup/ranking-form.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import {
  CONTEST_RANKING_FIELDS,
  contestRankingValuesOf,
  readContestRanking,
} from '#app/core/contests/contest-ranking-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import {
  contestRankingOf,
  isContestRankingLocked,
  saveContestRanking,
} from '#app/services/contests/contest-ranking.server.ts'
import { requireContest } from '#app/services/contests/contest-setup.server.ts'
import { setupDoneOf, withSetupDone } from '../setup-done.ts'

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Xếp hạng chung của ${found?.title ?? 'cuộc thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'contest.read'))
  const contest = await orThrowResponse(requireContest(params.slug ?? ''))

  return {
    title: contest.title,
    revision: contest.revision,
    values: contestRankingValuesOf(contestRankingOf(contest)),
    isLocked: await isContestRankingLocked(contest.id, now),
    isSaved: setupDoneOf(request.url) === 'saved',
  }
}

export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contest = await orThrowResponse(requireContest(params.slug ?? ''))
  const form = await request.formData()
  const values = Object.fromEntries(CONTEST_RANKING_FIELDS.map((field) => [field, textOf(form, field)]))
  const refuse = (problems: FieldErrors, refusal: 'settings_locked' | 'settings_changed' | null) =>
    data(
      { values, problems, refusal, revision: contest.revision },
      { status: statusOf(refusal ?? 'invalid_input') },
    )
  const reading = readContestRanking(values, contestRankingOf(contest).boardPolicy.criteria)
  if ('problems' in reading) return refuse(reading.problems, null)

  try {
    const revision = Number(textOf(form, 'revision'))
    await saveContestRanking({ contest, ranking: reading.ranking, revision, actorId: user.id, now })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code !== 'settings_locked' && error.code !== 'settings_changed') throw error

    return refuse({}, error.code)
  }
  throw redirect(withSetupDone(paths.contestRanking(contest.slug), 'saved'))
}

export const shouldRevalidate = () => true

export default function ContestRankingPage() {
  const t = useT(contestSetup)
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid max-w-4xl gap-6">
      <ContestPageHeader title={t('rankingTitle')} lead={view.title} hasWayBack />
      {view.isSaved && !answer && <Alert kind="good">{t('saved')}</Alert>}
      <RankingForm
        key={view.revision}
        values={view.values}
        revision={answer?.revision ?? view.revision}
        isLocked={view.isLocked}
        answer={answer ?? null}
      />
    </div>
  )
}
