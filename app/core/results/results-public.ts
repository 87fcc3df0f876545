import type { Criterion } from '#app/core/ranking/ranking-policy.ts'
import type { ContestStanding, ResultsFile, ResultsRound, ResultsStanding } from './results-file.ts'

type Described = Pick<ResultsFile, 'contest'> & { rounds: readonly Pick<ResultsRound, 'settings'>[] }
type Kept = { attemptsUsed: boolean; fullScoreAttempts: boolean }

/** Figures that no board shows stay in the public file only where somebody is ranked by them. */
export function keptFiguresOf({ contest, rounds }: Described): Kept {
  const criteria = [contest.boardPolicy, ...rounds.map(({ settings }) => settings.rankingPolicy)].flatMap(
    (policy): Criterion[] => policy.criteria,
  )
  const isUsed = (name: Criterion['by']): boolean => criteria.some(({ by }) => by === name)

  return { attemptsUsed: isUsed('attempts_used'), fullScoreAttempts: isUsed('full_score_attempts') }
}

/** A row of the contest's board as the public file has it. */
export function publicContestRow(kept: Kept, row: ContestStanding): ContestStanding {
  return {
    ...row,
    attemptsUsed: kept.attemptsUsed ? row.attemptsUsed : null,
    fullScoreAttempts: kept.fullScoreAttempts ? row.fullScoreAttempts : null,
  }
}

/** What the public file has of a round: its board, and the hashes by which the full file can be recognised. */
export function publicRoundOf(kept: Kept, round: ResultsRound): ResultsRound {
  return {
    ...round,
    corrections: null,
    lots: null,
    rejected: null,
    awards: null,
    priorWinners: null,
    questions: null,
    attempts: null,
    standings: round.standings.map((row) => publicRowOf(kept, round.settings.rankingPolicy.criteria, row)),
  }
}

function publicRowOf(kept: Kept, criteria: readonly Criterion[], row: ResultsStanding): ResultsStanding {
  const prediction = criteria.find(({ by }) => by === 'prediction_distance')
  const isSided = prediction?.by === 'prediction_distance' && prediction.overGuess !== 'same'
  const { predictionOffset } = row

  return {
    ...row,
    ...publicContestRow(kept, row),
    attempt: null,
    predictionOffset: predictionOffset === null || isSided ? predictionOffset : Math.abs(predictionOffset),
    lot: criteria.some(({ by }) => by === 'lot') ? row.lot : null,
  }
}
