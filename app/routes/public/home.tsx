import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomeView } from '#app/components/contest/home-view.tsx'
import { NoContest } from '#app/components/contest/no-contest.tsx'
import { remainingMsAt } from '#app/core/attempts/attempt-window.ts'
import { questionCountOf } from '#app/core/rounds/blueprint.ts'
import { newsOf } from '#app/core/contests/news.ts'
import { listPublishedAnnouncements } from '#app/services/contests/announcement-lists.server.ts'
import { toPublicRow } from '#app/services/boards/board-views.server.ts'
import { numbersWaitUntil } from '#app/core/ranking/board-visibility.ts'
import { getBoardPage, listUnitRows } from '#app/services/boards/boards.server.ts'
import { listContestDocuments } from '#app/services/contests/contest-documents.server.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import type { ContestWithRounds } from '#app/services/contests/contests.server.ts'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { listLeadingUnits } from '#app/services/boards/unit-standings.server.ts'

const TOP_ROWS = 10
const TOP_UNITS = 5
const NEWEST = 3

export async function loader({ context: { now } }: LoaderFunctionArgs) {
  const contest = await getCurrentContest(now)
  if (!contest) return null

  const [overall, units, decisions, announcements, top, documents] = await Promise.all([
    getBoardPage({ boardId: contest.id, page: 1, search: '', unitId: null, now }),
    listUnitRows(contest.id, now),
    listDecisions(contest.id),
    listPublishedAnnouncements(contest.id, now),
    loadTop(contest, now),
    listContestDocuments(contest.id),
  ])

  return {
    title: contest.title,
    organizerName: contest.organizerName,
    summary: contest.summary,
    startsOn: contest.startsOn,
    endsOn: contest.endsOn,
    contactText: contest.contactText,
    documents: documents.map(({ id, title, url }) => ({ id, title, url })),
    ...sortRounds(contest, now),
    numbers: {
      waitUntil: overall.attempts === 0 ? numbersWaitUntil(overall.visibility) : null,
      people: overall.people,
      attempts: overall.attempts,
      units: units.filter(({ people }) => people > 0).length,
    },
    top,
    news: newsOf(contest.rounds, decisions, announcements).slice(0, NEWEST),
  }
}

type Round = ContestWithRounds['rounds'][number]

/** The open rounds come first; without any, the next one stands in their place. */
function sortRounds(contest: ContestWithRounds, now: Date) {
  const ranked = contest.rounds.filter(({ kind }) => kind === 'ranked')
  const upcoming = ranked.filter(({ phase }) => phase === 'scheduled')
  const closed = ranked.filter(({ phase }) => phase !== 'scheduled' && phase !== 'open').reverse()
  const open = ranked.filter(({ phase }) => phase === 'open')
  const featured = (open.length > 0 ? open : upcoming.slice(0, 1)).toSorted(
    (a, b) => a.closesAt.getTime() - b.closesAt.getTime(),
  )
  const practice = contest.rounds.find(({ kind, phase }) => kind === 'practice' && phase === 'open')
  const show = (round: Round) => toHomeRound(round, now)

  return {
    featured: featured.map(show),
    others: [...upcoming, ...closed].filter((round) => !featured.includes(round)).map(show),
    practice: practice
      ? { slug: practice.slug, showsKeyAtOnce: practice.releaseAfterSubmission === 'key' }
      : null,
  }
}

function toHomeRound(round: Round, now: Date) {
  return {
    slug: round.slug,
    title: round.title,
    kind: round.kind,
    phase: round.phase,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    opensInMs: remainingMsAt(round.opensAt, now),
    closesInMs: remainingMsAt(round.closesAt, now),
    durationMs: round.durationMs,
    questionCount: questionCountOf(round.blueprint),
    attemptsAllowed: round.attemptsAllowed,
  }
}

/** The first people and units of the newest round that has any. */
async function loadTop(contest: ContestWithRounds, now: Date) {
  const started = contest.rounds
    .filter(({ kind, phase }) => kind === 'ranked' && phase !== 'scheduled')
    .reverse()
  for (const { id, slug, title, phase, rankingPolicy, predictionKind, predictionTruth } of started) {
    const { rows } = await getBoardPage({ boardId: id, page: 1, search: '', unitId: null, now })
    if (rows.length > 0)
      return {
        slug,
        title,
        phase,
        rows: rows.slice(0, TOP_ROWS).map((row) => toPublicRow(row, null)),
        criteria: rankingPolicy.criteria
          .map(({ by }) => by)
          .filter((by) => predictionKind !== null || by !== 'prediction_distance'),
        predictionKind: predictionTruth === null ? null : predictionKind,
        units: await listLeadingUnits(id, contest.id, TOP_UNITS, now),
      }
  }

  return null
}

export default function Home() {
  const view = useLoaderData<typeof loader>()

  return view ? <HomeView view={view} /> : <NoContest />
}
