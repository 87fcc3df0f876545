import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { RulesView } from '#app/components/contest/rules-view.tsx'
import { ContestPageHeader } from '#app/components/contest-setup/contest-page-header.tsx'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { requireContest } from '#app/services/contests/contest-setup.server.ts'
import { loadRulesView } from '#app/services/contests/rules-views.server.ts'
import { listSettled } from './round-setup-page.server.ts'

export const meta: MetaFunction = () => [{ title: 'Xem thử thể lệ – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'contest.read'))
  const contest = await orThrowResponse(requireContest(params.slug ?? ''))
  const rounds = await listSettled(contest.id)

  return {
    rules: await loadRulesView(contest, rounds, now),
    drafts: rounds.filter((round) => phaseOf(round, now) === 'draft').map(({ slug }) => slug),
  }
}

export default function RulesPreview() {
  const t = useT(contestSetup)
  const { rules, drafts } = useLoaderData<typeof loader>()
  const rounds = rules.rounds.map((round) =>
    drafts.includes(round.slug) ? { ...round, title: t('draftTitle', { title: round.title }) } : round,
  )

  return (
    <div className="grid gap-8">
      <div className="page max-w-3xl">
        <ContestPageHeader title={t('rulesPreviewTitle')} lead={t('rulesPreviewText')} hasWayBack />
      </div>
      <RulesView view={{ ...rules, rounds }} />
    </div>
  )
}
