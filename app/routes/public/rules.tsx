import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RulesView } from '#app/components/contest/rules-view.tsx'
import { questionCountOf } from '#app/core/blueprint.ts'
import { parseContestPolicy } from '#app/services/contest-policy.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thể lệ – Hội Thi' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(context.now)

  return {
    summary: contest.summary,
    rulesText: contest.rulesText,
    contactText: contest.contactText,
    contestPolicy: parseContestPolicy(contest.boardPolicy),
    rounds: contest.rounds
      // Practice last: the rules are about what counts.
      .toSorted((a, b) => Number(a.kind === 'practice') - Number(b.kind === 'practice'))
      .map((round) => ({
        slug: round.slug,
        title: round.title,
        kind: round.kind,
        opensAt: round.opensAt,
        closesAt: round.closesAt,
        durationMs: round.durationMs,
        attemptsAllowed: round.attemptsAllowed,
        endRule: round.endRule,
        questionCount: questionCountOf(round.blueprint),
        pointsPerQuestion: round.pointsPerQuestion,
        predictionKind: round.predictionKind,
        predictionPrompt: round.predictionPrompt,
        releaseAfterSubmission: round.releaseAfterSubmission,
        releaseAfterClose: round.releaseAfterClose,
        policy: round.rankingPolicy,
      })),
  }
}

export default function Rules() {
  return <RulesView view={useLoaderData<typeof loader>()} />
}
