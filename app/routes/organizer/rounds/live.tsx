import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { LiveNote } from '#app/components/organizer/rounds/live-note.tsx'
import { ExtraTimeCard } from '#app/components/organizer/rounds/live/extra-time-card.tsx'
import { LiveHeader } from '#app/components/organizer/rounds/live/live-header.tsx'
import { PeopleNow, ServerNow } from '#app/components/organizer/rounds/live/live-numbers.tsx'
import { MinuteChart } from '#app/components/organizer/rounds/live/minute-chart.tsx'
import { ProblemList } from '#app/components/organizer/rounds/live/problem-list.tsx'
import { UnitParticipationTable } from '#app/components/organizer/rounds/live/unit-participation-table.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { can } from '#app/core/people/capabilities.ts'
import { liveQueryOf, withLiveQuery } from '#app/core/rounds/live-query.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { live as messages } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { GIVEN_PARAM, giveFromForm } from './extra-time-form.server.ts'
import { loadLivePage } from './live-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Trực tiếp: ${data?.round.title ?? 'Đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'console.read'))
  const { searchParams } = new URL(request.url)
  const page = await orThrowResponse(
    loadLivePage({
      slug: params.slug ?? '',
      query: liveQueryOf(searchParams),
      givenId: searchParams.get(GIVEN_PARAM),
      mayGive: can(user.role, 'contest.manage'),
      now,
    }),
  )

  return { ...page, updatedAt: now }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))

  return orThrowResponse(
    giveFromForm({ request, roundSlug: params.slug ?? '', decidedById: user.id, now: context.now }),
  )
}

/** After a refusal too, which Remix would not do: the attempt is not what it was when the page was made. */
export const shouldRevalidate = () => true

export default function LiveRoundPage() {
  const t = useT(messages)
  const { number } = useFormatters()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mayGive = useCan('contest.manage')
  const { round, query, counts, charts, units } = view

  return (
    <div className="page grid gap-8">
      <LiveHeader round={round} />
      {counts === null && <Alert kind="warn">{t('tooBusy')}</Alert>}
      {counts !== null && counts.overdue > 0 && (
        <Alert kind="warn">{t('overdue', { count: number(counts.overdue) })}</Alert>
      )}
      <Card className="grid gap-6">
        {counts && <PeopleNow counts={counts} />}
        <ServerNow activity={view.activity} />
        <LiveNote updatedAt={view.updatedAt} path={withLiveQuery(paths.liveRound(round.slug), query)} />
      </Card>
      {charts && (
        <div className="grid gap-6 lg:grid-cols-2">
          <MinuteChart title={t('startsTitle')} minutes={charts.starts} />
          <MinuteChart title={t('endingsTitle')} minutes={charts.endings} />
        </div>
      )}
      {mayGive && (
        <ExtraTimeCard found={view.found} given={view.given} query={query} answer={answer ?? null} />
      )}
      <ProblemList problems={view.problems} />
      {units && <UnitParticipationTable units={units} query={query} path={paths.liveRound(round.slug)} />}
    </div>
  )
}
