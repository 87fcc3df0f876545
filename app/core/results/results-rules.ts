import type { Answers } from '#app/core/attempts/answers.ts'
import { candidatesOf } from '#app/core/ranking/awards.ts'
import type { Candidate } from '#app/core/ranking/awards.ts'
import type { PaperPosition } from '#app/core/attempts/paper.ts'
import { ranksOf, sortKeyOf } from '#app/core/ranking/ranking.ts'
import type { Rankable } from '#app/core/ranking/ranking.ts'
import type { ContestPolicy, Criterion } from '#app/core/ranking/ranking-policy.ts'
import { correctedKeys } from '#app/core/regrades/regrade.ts'
import { knownPriorWinnersOf } from './results-prior-winners.ts'
import type {
  ContestStanding,
  ResultsAttempt,
  ResultsAward,
  ResultsCorrection,
  ResultsFile,
  ResultsQuestion,
  ResultsRound,
  ResultsStanding,
  UnitStandingRow,
} from './results-file.ts'
import { countedQuestionsOf, scorePaper } from '#app/core/attempts/scoring.ts'
import type { Score } from '#app/core/attempts/scoring.ts'
import { overallStandingOf, roundStandingOf } from '#app/core/ranking/standing.ts'
import type { CountedAttempt } from '#app/core/ranking/standing.ts'
import { fractionText, rankUnits } from '#app/core/ranking/unit-ranking.ts'
import type { UnitRanking } from '#app/core/ranking/unit-ranking.ts'

/**
 * The rules of ranking applied to what a results file holds. The export makes the contest's and the units' boards with
 * them, and the check makes everything with them and compares.
 */

/** Questions as scoring takes them, with places as option ids and corrected keys. Made once for all papers. */
export function scorableOf(questions: readonly ResultsQuestion[], corrections: readonly ResultsCorrection[]) {
  const positions: PaperPosition[] = questions.map(({ version, optionCount }) => ({
    versionId: version,
    options: Array.from({ length: optionCount }, (_, index) => ({ id: String(index), index })),
  }))
  const keys = new Map(questions.map(({ version, key }) => [version, key]))
  const applied = corrections.flatMap(({ question, kind, options }) => {
    const versionId = questions[question]?.version

    return versionId === undefined ? [] : [{ versionId, kind, options }]
  })

  return { positions, keys: correctedKeys(keys, applied) }
}

/** With how many questions of the paper count: all but annulled ones. */
export type RecomputedScore = Score & { countedQuestions: number }

/** The score of an attempt from its paper, answers and keys; null when the paper is missing or names no such question. */
export function scoreOf(
  { paper, answers }: Pick<ResultsAttempt, 'paper' | 'answers'>,
  { positions, keys }: ReturnType<typeof scorableOf>,
  pointsPerQuestion: number,
): RecomputedScore | null {
  const drawn = paper?.flatMap((place) => positions[place] ?? []) ?? []
  if (paper === null || drawn.length !== paper.length || answers.length !== paper.length) return null
  const chosen: Answers = Object.fromEntries(
    answers.map((places, index) => [String(index + 1), places.map(String)]),
  )

  return {
    ...scorePaper(drawn, chosen, keys, pointsPerQuestion),
    countedQuestions: countedQuestionsOf(drawn, keys),
  }
}

/** An attempt as ranking takes it, its time counted from its two moments. @param score as recomputed */
export function countedAttemptOf(attempt: ResultsAttempt, score: RecomputedScore | null): CountedAttempt {
  const startedAt = new Date(attempt.startedAt)
  const endedAt = new Date(attempt.endedAt)

  return {
    id: String(attempt.number),
    score: score?.score ?? attempt.score,
    isFullScore: (score ?? attempt).correctCount === (score ?? attempt).countedQuestions,
    startedAt,
    endedAt,
    durationMs: endedAt.getTime() - startedAt.getTime(),
    prediction: attempt.prediction === null ? null : BigInt(attempt.prediction),
  }
}

export type UnrankedStanding = Omit<ResultsStanding, 'rank'>

/** A person's row in a round, by the attempt that counts; null without attempts. @param attempts in their order */
export function standingOf(
  round: Pick<ResultsRound, 'predictionTruth'> & {
    settings: Pick<ResultsRound['settings'], 'rankingPolicy'>
  },
  person: { participant: string; unit: string | null; lot: number | null },
  attempts: readonly CountedAttempt[],
): UnrankedStanding | null {
  const { predictionTruth } = round
  const standing = roundStandingOf(round.settings.rankingPolicy, attempts, {
    truth: predictionTruth === null ? null : BigInt(predictionTruth),
    lotNumber: person.lot,
  })

  return (
    standing && {
      ...person,
      attempt: Number(standing.attemptId),
      ...figuresOf(standing),
      predictionOffset: standing.predictionOffset === null ? null : Number(standing.predictionOffset),
    }
  )
}

/** Rows in the order of the board with their ranks; equal ones by pseudonym. */
export function rankRows<T extends Ranked>(
  criteria: readonly Criterion[],
  rows: readonly T[],
): (T & { rank: number })[] {
  const keyed = rows
    .map((row) => ({ row, key: sortKeyOf(criteria, rankableOf(row)) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.row.participant, b.row.participant))
  const ranks = ranksOf(keyed.map(({ key }) => key))

  return keyed.map(({ row }, index) => ({ ...row, rank: ranks[index] ?? 0 }))
}

/** The board of several rounds together; a person belongs to the unit of their last row. @param rounds by their opening */
export function contestStandingsOf(
  policy: ContestPolicy,
  rounds: readonly Pick<ResultsRound, 'standings'>[],
): ContestStanding[] {
  const byPerson = Map.groupBy(
    rounds.flatMap(({ standings }) => standings),
    ({ participant }) => participant,
  )
  const rows = [...byPerson].flatMap(([participant, own]) => {
    const standing = overallStandingOf(policy, own.map(rankableOf))

    return standing ? [{ participant, unit: own.at(-1)?.unit ?? null, ...figuresOf(standing) }] : []
  })

  return rankRows(policy.criteria, rows)
}

/** The units of a board by the contest's formula. @param awards of the round, or of all rounds for the contest's board */
export function unitStandingsOf(
  { units, ranking }: { units: ResultsFile['units']; ranking: UnitRanking },
  standings: readonly Pick<ResultsStanding, 'unit' | 'scoreHundredths'>[],
  prizesOf: (unit: string) => readonly number[],
): UnitStandingRow[] {
  const byUnit = Map.groupBy(standings, ({ unit }) => unit)
  const facts = units.map(({ code, headCount }) => {
    const members = byUnit.get(code) ?? []

    return {
      unitId: code,
      headCount,
      people: members.length,
      bestScores: members.map(({ scoreHundredths }) => scoreHundredths).sort((a, b) => b - a),
      prizes: ranking.formula.by === 'rate_and_prizes' ? prizesOf(code) : [],
    }
  })

  return rankUnits(ranking, facts).map(({ unitId, rank, sizeClass, people, prizes, score }) => ({
    unit: unitId,
    rank,
    sizeClass,
    people,
    prizes: [...prizes],
    score: score && fractionText(score),
  }))
}

/** How many prizes of each level a unit's people have won, best level first. */
export function prizesByUnit(awards: readonly ResultsAward[]): (unit: string) => number[] {
  const byUnit = Map.groupBy(awards, ({ unit }) => unit)

  return (unit) => {
    const won = byUnit.get(unit) ?? []
    const levels = Math.max(-1, ...won.map(({ prizeIndex }) => prizeIndex)) + 1

    return Array.from(
      { length: levels },
      (_, level) => won.filter(({ prizeIndex }) => prizeIndex === level).length,
    )
  }
}

/** Who gets which prize of a round, given who was rejected and who has won in a round that was official before. */
export function winnersOf(file: Pick<ResultsFile, 'contest' | 'rounds'>, round: ResultsRound): Candidate[] {
  const priorWinners = round.priorWinners ?? knownPriorWinnersOf(file, round)
  const hasWonElsewhere = new Set(priorWinners.map(({ participant }) => participant))
  const lots = new Map((round.lots ?? []).map(({ participant, number }) => [participant, number]))
  const people = round.standings.map(({ participant, rank }) => ({
    participantId: participant,
    rank,
    lotNumber: lots.get(participant) ?? null,
  }))
  const verdicts = new Map((round.rejected ?? []).map((participant) => [participant, 'rejected' as const]))

  return candidatesOf({ prizes: round.prizes, reserveCount: 0, hasWonElsewhere }, people, verdicts).filter(
    ({ standing }) => standing === 'winner',
  )
}

type Ranked = Omit<ContestStanding, 'rank'> & { predictionOffset?: number | null; lot?: number | null }

function rankableOf(row: Ranked): Rankable {
  return {
    scoreHundredths: row.scoreHundredths,
    durationMs: row.durationMs,
    startedAt: new Date(row.startedAt),
    endedAt: new Date(row.endedAt),
    attemptsUsed: row.attemptsUsed ?? 0,
    fullScoreAttempts: row.fullScoreAttempts ?? 0,
    predictionOffset:
      row.predictionOffset === null || row.predictionOffset === undefined
        ? null
        : BigInt(row.predictionOffset),
    lotNumber: row.lot ?? null,
  }
}

function figuresOf(row: Rankable) {
  return {
    scoreHundredths: row.scoreHundredths,
    durationMs: row.durationMs,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt.toISOString(),
    attemptsUsed: row.attemptsUsed,
    fullScoreAttempts: row.fullScoreAttempts,
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0

  return a < b ? -1 : 1
}
