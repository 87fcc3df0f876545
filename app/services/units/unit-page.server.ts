import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import { toPublicRow } from '../boards/board-views.server.ts'
import { getBoardPage } from '../boards/boards.server.ts'
import type { ContestWithRounds } from '../contests/contests.server.ts'
import { listUnitStandings } from '../boards/unit-standings.server.ts'

/** How many results a unit's page shows. */
const BEST_RESULTS = 10

/**
 * A unit in a contest: how many of its people took part, overall and in each round, its place by the contest's formula,
 * and its best results with names by consent only.
 * @throws DomainError not_found
 */
export async function loadUnitPage(code: string, contest: ContestWithRounds, now: Date) {
  const unit = await db.unit.findUnique({
    where: { code },
    select: { id: true, name: true, headCount: true },
  })
  if (!unit) throw new DomainError('not_found')
  const rounds = contest.rounds.filter(
    ({ kind, phase }) => kind === 'ranked' && phase !== 'draft' && phase !== 'scheduled',
  )
  const [overall, ofRounds, shown] = await Promise.all([
    loadParticipation(contest.id, contest.id, unit.id, now),
    Promise.all(
      rounds.map(async ({ id, slug, title }) => ({
        slug,
        title,
        ...(await loadParticipation(id, contest.id, unit.id, now)),
      })),
    ),
    loadBest([{ id: contest.id, title: null, slug: null }, ...rounds.toReversed()], unit.id, now),
  ])

  return {
    unitId: unit.id,
    name: unit.name,
    headCount: unit.headCount,
    overall,
    rounds: ofRounds,
    best: shown.rows.slice(0, BEST_RESULTS).map((row) => toPublicRow(row, null)),
    bestOf: shown.board,
    visibility: shown.visibility,
  }
}

type ShownBoard = { id: string; title: string | null; slug: string | null }

/** The unit's rows of the first board that shows any: the contest's, or of the newest round while that one holds back. */
async function loadBest(boards: readonly ShownBoard[], unitId: string, now: Date) {
  const [first, ...others] = await Promise.all(
    boards.map(async ({ id, title, slug }) => {
      const { rows, visibility } = await getBoardPage({ boardId: id, page: 1, search: '', unitId, now })

      return { board: { title, slug }, rows, visibility }
    }),
  )
  const shown = [first, ...others].find((each) => each && each.rows.length > 0) ?? first
  if (!shown) throw new Error('a contest has a board')

  return shown
}

async function loadParticipation(boardId: string, contestId: string, unitId: string, now: Date) {
  const { rows, ranking, isHidden } = await listUnitStandings(boardId, contestId, now)
  const row = rows.find((each) => each.unitId === unitId)
  const ranked = rows.filter((each) => each.rank !== null && each.sizeClass === row?.sizeClass)

  return {
    people: row?.people ?? 0,
    rank: row?.rank ?? null,
    rankedUnits: ranked.length,
    score: row?.score ?? null,
    ranking,
    isHidden,
  }
}
