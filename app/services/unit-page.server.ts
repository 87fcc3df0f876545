import { DomainError } from '../core/domain-error.ts'
import { db } from '../db/client.server.ts'
import { toPublicRow } from './board-views.server.ts'
import { getBoardPage } from './boards.server.ts'
import type { ContestWithRounds } from './contests.server.ts'
import { listUnitStandings } from './unit-standings.server.ts'

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
  const [overall, ofRounds, best] = await Promise.all([
    loadParticipation(contest.id, contest.id, unit.id, now),
    Promise.all(
      rounds.map(async ({ id, slug, title }) => ({
        slug,
        title,
        ...(await loadParticipation(id, contest.id, unit.id, now)),
      })),
    ),
    getBoardPage({ boardId: contest.id, page: 1, search: '', unitId: unit.id, now }),
  ])

  return {
    unitId: unit.id,
    name: unit.name,
    headCount: unit.headCount,
    overall,
    rounds: ofRounds,
    best: best.rows.slice(0, BEST_RESULTS).map((row) => toPublicRow(row, null)),
    visibility: best.visibility,
  }
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
