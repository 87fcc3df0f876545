import {
  DEFAULT_UNIT_RANKING,
  UnitRankingSchema,
  rankUnits,
  revealsScores,
  toNumber,
} from '../../core/ranking/unit-ranking.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'
import { db, pool } from '../../db/client.server.ts'
import { getBoardVisibility } from './board-visibility.server.ts'
import { listUnitRows } from './boards.server.ts'
import type { UnitRow } from './boards.server.ts'
import { createShortCache } from '../short-cache.server.ts'

export type UnitStanding = UnitRow & {
  /** Null when the unit can't be compared, or while the board hides places. */
  rank: number | null
  /** What the formula gives, for showing. */
  score: number | null
  /** From 0; null when it is not known. */
  sizeClass: number | null
}

export type UnitStandings = {
  ranking: UnitRanking
  /** Whether places are held back because they would tell results that the board hides. */
  isHidden: boolean
  rows: UnitStanding[]
}

/** Formulas over a whole board are computed this often at most. */
const STANDINGS_TTL_MS = 5_000
const standings = createShortCache<UnitStandings>({ ttlMs: STANDINGS_TTL_MS, maxEntries: 50 })

/** The units of a board by the contest's formula, as the public may know it. */
export async function listUnitStandings(
  boardId: string,
  contestId: string,
  now: Date,
): Promise<UnitStandings> {
  const visibility = await getBoardVisibility(boardId, now)

  return standings.get(JSON.stringify([boardId, visibility.kind]), async () => {
    const [units, ranking] = await Promise.all([listUnitRows(boardId, now), loadUnitRanking(contestId)])
    const isHidden = visibility.kind !== 'whole' && revealsScores(ranking.formula)
    if (isHidden)
      return {
        ranking,
        isHidden,
        rows: units.map((unit) => ({ ...unit, rank: null, score: null, sizeClass: null })),
      }

    const [bestScores, prizes] = await Promise.all([
      loadBestScores(boardId, ranking),
      loadPrizes(boardId, ranking),
    ])
    const rows = rankUnits(
      ranking,
      units.map((unit) => ({
        ...unit,
        bestScores: bestScores.get(unit.unitId) ?? [],
        prizes: prizes.get(unit.unitId) ?? [],
      })),
    )

    return {
      ranking,
      isHidden,
      rows: rows.map(({ bestScores: _scores, prizes: _prizes, score, ...unit }) => ({
        ...unit,
        score: score && toNumber(score),
      })),
    }
  })
}

/**
 * The first units of a board. None while places are held back, and none of a contest that ranks units by size: there is
 * no order among its classes.
 */
export async function listLeadingUnits(
  boardId: string,
  contestId: string,
  count: number,
  now: Date,
): Promise<Pick<UnitStandings, 'ranking' | 'rows'>> {
  const { ranking, isHidden, rows } = await listUnitStandings(boardId, contestId, now)
  const isComparable = !isHidden && ranking.sizeClassLimits.length === 0

  return {
    ranking,
    rows: isComparable ? rows.filter(({ rank, people }) => rank !== null && people > 0).slice(0, count) : [],
  }
}

async function loadUnitRanking(contestId: string): Promise<UnitRanking> {
  const contest = await db.contest.findUnique({ where: { id: contestId }, select: { unitRanking: true } })

  return contest?.unitRanking ? UnitRankingSchema.parse(contest.unitRanking) : DEFAULT_UNIT_RANKING
}

/** The best scores of each unit's people, in hundredths, where the formula asks for them. */
async function loadBestScores(
  boardId: string,
  { formula }: UnitRanking,
): Promise<ReadonlyMap<string, number[]>> {
  if (formula.by !== 'mean_of_best') return new Map()
  const { rows } = await pool.query<{ unit_id: string; scores: number[] }>(
    `SELECT u.id AS unit_id, ARRAY(
       SELECT s.score * 100 + s.score_fraction FROM standing s
       WHERE s.board_id = $1 AND s.unit_id = u.id ORDER BY 1 DESC LIMIT $2) AS scores
     FROM unit u`,
    [boardId, formula.count],
  )

  return new Map(rows.map((row) => [row.unit_id, row.scores]))
}

/** How many prizes of each level a unit's people have won: in the round of this board, or in all of the contest. */
async function loadPrizes(boardId: string, { formula }: UnitRanking): Promise<ReadonlyMap<string, number[]>> {
  if (formula.by !== 'rate_and_prizes') return new Map()
  const { rows } = await pool.query<{ unit_id: string; prize_index: number; count: string }>(
    `SELECT u.unit_id, a.prize_index, count(*) AS count
     FROM award a JOIN user_account u ON u.id = a.participant_id JOIN round r ON r.id = a.round_id
     WHERE (r.id = $1 OR r.contest_id = $1) AND u.unit_id IS NOT NULL
     GROUP BY 1, 2`,
    [boardId],
  )
  const prizes = new Map<string, number[]>()
  for (const row of rows) {
    const levels = prizes.get(row.unit_id) ?? Array<number>(formula.prizePoints.length).fill(0)
    levels[row.prize_index] = Number(row.count)
    prizes.set(row.unit_id, levels)
  }

  return prizes
}
