import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomeView } from '#app/components/contest/home-view.tsx'
import { NoContest } from '#app/components/contest/no-contest.tsx'
import { questionCountOf } from '#app/core/blueprint.ts'
import { remainingMsAt } from '#app/core/attempt-window.ts'
import { getBoardPage, listUnitRows } from '#app/services/boards.server.ts'
import { getCurrentContest } from '#app/services/contests.server.ts'
import type { ContestWithRounds } from '#app/services/contests.server.ts'
import { listDecisions } from '#app/services/decisions.server.ts'

const TOP_ROWS = 10
const NEWEST_DECISIONS = 3

export async function loader({ context: { now } }: LoaderFunctionArgs) {
  const contest = await getCurrentContest(now)
  if (!contest) return null

  const [overall, units, decisions, top] = await Promise.all([
    getBoardPage({ boardId: contest.id, page: 1, search: '', unitId: null }),
    listUnitRows(contest.id),
    listDecisions(contest.id),
    loadTop(contest),
  ])

  return {
    title: contest.title,
    organizerName: contest.organizerName,
    summary: contest.summary,
    rounds: contest.rounds.map((round) => ({
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      phase: round.phase,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      closesInMs: remainingMsAt(round.closesAt, now),
      durationMs: round.durationMs,
      questionCount: questionCountOf(round.blueprint),
      attemptsAllowed: round.attemptsAllowed,
    })),
    numbers: {
      people: overall.people,
      attempts: overall.attempts,
      units: units.filter(({ people }) => people > 0).length,
    },
    top,
    decisions: decisions.slice(0, NEWEST_DECISIONS),
  }
}

/** The first rows of the newest round that has any. */
async function loadTop(contest: ContestWithRounds) {
  const started = contest.rounds.filter(({ kind, phase }) => kind === 'ranked' && phase !== 'scheduled').reverse()
  for (const round of started) {
    const { rows } = await getBoardPage({ boardId: round.id, page: 1, search: '', unitId: null })
    if (rows.length > 0) return { slug: round.slug, title: round.title, rows: rows.slice(0, TOP_ROWS) }
  }

  return null
}

export default function Home() {
  const view = useLoaderData<typeof loader>()

  return view ? <HomeView view={view} /> : <NoContest />
}
