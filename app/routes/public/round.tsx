import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getUser, requireParticipant } from '#app/auth/guards.server.ts'
import type { SessionUser } from '#app/auth/session-user.ts'
import { RoundView } from '#app/components/contest/round-view.tsx'
import { isStaff } from '#app/core/people/capabilities.ts'
import { questionCountOf } from '#app/core/rounds/blueprint.ts'
import { remainingMsAt } from '#app/core/attempts/attempt-window.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { startOfferOf } from '#app/core/rounds/start-offer.ts'
import type { Viewer } from '#app/core/rounds/start-offer.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { listOwnAttempts } from '#app/services/boards/participation.server.ts'
import { getPublishedResults } from '#app/services/results/published-results.server.ts'
import { getFingerprint } from '#app/services/rounds/round-fingerprints.server.ts'
import { requirePublicRound } from '#app/services/rounds/rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `${found?.round.title ?? 'Đợt thi'} – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const round = await orThrowResponse(requirePublicRound(params.slug ?? '', now))
  const user = await getUser(request)
  const [attempts, decisions, fingerprint, published] = await Promise.all([
    user?.role === 'participant' ? listOwnAttempts(user.id, null, now) : [],
    listDecisions(round.contestId),
    getFingerprint(round, now),
    getPublishedResults(round, now),
  ])

  return {
    round: {
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      phase: round.phase,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      durationMs: round.durationMs,
      endRule: round.endRule,
      attemptsAllowed: round.attemptsAllowed,
      predictionPrompt: round.predictionKind && round.predictionPrompt,
      showsKeyAtOnce: round.kind === 'practice' && round.releaseAfterSubmission === 'key',
      questionCount: questionCountOf(round.blueprint),
    },
    offer: startOfferOf(round, viewerOf(user), attempts, now),
    isSignedIn: user !== null,
    opensInMs: remainingMsAt(round.opensAt, now),
    closesInMs: remainingMsAt(round.closesAt, now),
    attempts: attempts.filter((attempt) => attempt.roundId === round.id),
    fingerprint,
    published,
    decisions: decisions.filter((decision) => decision.roundSlug === round.slug),
  }
}

function viewerOf(user: SessionUser | null): Viewer {
  if (!user) return 'visitor'

  return isStaff(user.role) ? 'staff' : 'participant'
}

/** Starts an attempt. The page itself explains a refusal: what it offers is computed anew after the action. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireParticipant(request))
  try {
    const { attemptId } = await startAttempt({ roundSlug: params.slug ?? '', participantId: user.id, now })

    return redirect(paths.takePaper(attemptId))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'round_not_found') return orThrowResponse(Promise.reject(error))

    return data({ refusal: error.code }, { status: statusOf(error.code) })
  }
}

export default function Round() {
  const view = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal ?? null

  return <RoundView key={view.round.slug} view={view} refusal={refusal} />
}
