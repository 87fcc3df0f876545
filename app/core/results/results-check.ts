import { canonicalJson } from './canonical-json.ts'
import { predictionTruthOf } from '#app/core/ranking/prediction.ts'
import { checkFingerprint } from './results-fingerprint-check.ts'
import type { ResultsFile, ResultsRound, UnitStandingRow } from './results-file.ts'
import { contentsHashOf, hashOfList, resultsHashOf } from './results-hashes.ts'
import type { CreateSha256 } from './results-hashes.ts'
import {
  contestStandingsOf,
  countedAttemptOf,
  prizesByUnit,
  rankRows,
  scorableOf,
  scoreOf,
  standingOf,
  unitStandingsOf,
  winnersOf,
} from './results-rules.ts'
import { expectedPriorWinnersOf } from './results-prior-winners.ts'
import type { PriorWinner } from './results-prior-winners.ts'
import { keptFiguresOf, publicContestRow } from './results-public.ts'
import type { UnrankedStanding } from './results-rules.ts'

/** One figure of a file that is not what the rules give. */
export type Difference = {
  /** Slug of the round; null for the contest as a whole. */
  round: string | null
  /** List and element: "attempts[2]", "standings", "hashes". */
  list: string
  /** Pseudonym of the person, or code of the unit; null where it is about no one. */
  who: string | null
  field: string
  expected: unknown
  found: unknown
}

export type CheckReport = {
  differences: Difference[]
  /** How much was recomputed. */
  checked: { rounds: number; attempts: number; standings: number; units: number; awards: number }
}

type Report = (difference: Difference) => void

/** Recomputes everything in a file from its papers, answers and moments, as far as it has them, and compares. */
export function checkResultsFile(file: ResultsFile, createSha256: CreateSha256): CheckReport {
  const differences: Difference[] = []
  const report: Report = (difference) => differences.push(difference)
  for (const round of file.rounds) checkRound(file, round, createSha256, report)
  checkContest(file, report)
  compare(report, PLACE_OF_FILE, 'contents', contentsHashOf(createSha256, file), file.hashes.contents)
  const sumOf = (count: (round: ResultsRound) => number) =>
    file.rounds.reduce((sum, round) => sum + count(round), 0)

  return {
    differences,
    checked: {
      rounds: file.rounds.length,
      attempts: sumOf(({ attempts }) => attempts?.length ?? 0),
      standings: sumOf(({ standings }) => standings.length) + file.contestStandings.length,
      units: sumOf(({ unitStandings }) => unitStandings.length) + file.contestUnitStandings.length,
      awards: sumOf(({ awards }) => awards?.length ?? 0),
    },
  }
}

type Place = { round: string | null; list: string; who: string | null }
const PLACE_OF_FILE: Place = { round: null, list: 'hashes', who: null }

function checkRound(
  file: ResultsFile,
  round: ResultsRound,
  createSha256: CreateSha256,
  report: Report,
): void {
  const at = (list: string, who: string | null = null): Place => ({ round: round.slug, list, who })
  checkFingerprint(round, createSha256, (field, expected, found) =>
    compare(report, at('fingerprint'), field, expected, found),
  )
  const recomputed = checkAttempts(round, report)
  checkFacts(round, report)
  checkStandings(round, recomputed, report)
  if (round.awards !== null) {
    if (round.priorWinners) checkPriorWinners(file, round, report)
    checkAwards(file, round, report)
  }
  checkUnits(
    unitStandingsOf(
      { units: file.units, ranking: file.contest.unitRanking },
      round.standings,
      round.awards === null ? givenPrizes(round.unitStandings) : prizesByUnit(round.awards),
    ),
    round.unitStandings,
    { report, round: round.slug },
  )
  const hashes = at('hashes')
  if (round.questions)
    compare(report, hashes, 'questions', hashOfList(createSha256, round.questions), round.hashes.questions)
  if (round.attempts)
    compare(report, hashes, 'attempts', hashOfList(createSha256, round.attempts), round.hashes.attempts)
  compare(report, hashes, 'results', resultsHashOf(createSha256, round.standings), round.hashes.results)
}

/** @returns each person's row as the rules give it from papers and answers; null in a file without them */
function checkAttempts(round: ResultsRound, report: Report): Map<string, UnrankedStanding> | null {
  if (!round.attempts || !round.questions) return null
  const scorable = scorableOf(round.questions, round.corrections ?? [])
  const rows = new Map(round.standings.map((row) => [row.participant, row]))
  const lots = new Map((round.lots ?? []).map(({ participant, number }) => [participant, number]))
  const recomputed = new Map<string, UnrankedStanding>()
  for (const [participant, attempts] of Map.groupBy(round.attempts, (attempt) => attempt.participant)) {
    const counted = attempts.map((attempt, index) => {
      const place = { round: round.slug, list: `attempts[${attempt.number}]`, who: participant }
      const score = scoreOf(attempt, scorable, round.settings.pointsPerQuestion)
      if (!score) compare(report, place, 'paper', 'a paper of questions in the file', attempt.paper)
      const result = countedAttemptOf(attempt, score)
      const expected = { ...(score ?? {}), durationMs: result.durationMs, number: index + 1 }
      compareFields(report, place, expected, attempt)

      return result
    })
    const person = {
      participant,
      unit: rows.get(participant)?.unit ?? null,
      lot: lots.get(participant) ?? null,
    }
    const standing = standingOf(round, person, counted)
    if (standing) recomputed.set(participant, standing)
  }

  return recomputed
}

/** What the prediction's truth is computed from, counted anew, and the truth itself. */
function checkFacts(
  { slug, attempts, exclusions, facts, settings, predictionTruth, questions }: ResultsRound,
  report: Report,
): void {
  const place = { round: slug, list: 'facts', who: null }
  const excluded = exclusions.reduce((sum, { count }) => sum + count, 0)
  compare(report, place, 'excluded', excluded, facts.excluded)
  if (attempts && questions) {
    const allRight = attempts.filter(
      ({ correctCount, countedQuestions }) => correctCount === countedQuestions,
    )
    const peopleOf = (list: typeof attempts) => new Set(list.map(({ participant }) => participant)).size
    compareFields(
      report,
      place,
      { people: peopleOf(attempts), peopleAllRight: peopleOf(allRight), attempts: attempts.length },
      facts,
    )
  }
  const truth = settings.predictionKind && Number(predictionTruthOf(settings.predictionKind, facts))
  compare(report, { ...place, list: 'round' }, 'predictionTruth', truth, predictionTruth)
}

function checkStandings(
  round: ResultsRound,
  recomputed: Map<string, UnrankedStanding> | null,
  report: Report,
): void {
  const { criteria } = round.settings.rankingPolicy
  const expected = rankRows(criteria, recomputed ? [...recomputed.values()] : round.standings)
  const place = { round: round.slug, list: 'standings' }
  compareRows(report, place, expected, round.standings)
  compareOrder(report, place, expected, round.standings)
}

function checkPriorWinners(file: ResultsFile, round: ResultsRound, report: Report): void {
  const found = round.priorWinners ?? []
  const expected = expectedPriorWinnersOf(file, round)
  for (const who of new Set([...expected, ...found].map(({ participant }) => participant))) {
    const roundsOf = (list: readonly PriorWinner[]) =>
      list.filter(({ participant }) => participant === who).map(({ round: slug }) => slug)
    compare(
      report,
      { round: round.slug, list: 'priorWinners', who },
      'round',
      roundsOf(expected),
      roundsOf(found),
    )
  }
}

function checkAwards(file: ResultsFile, round: ResultsRound, report: Report): void {
  const rows = new Map(round.standings.map((row) => [row.participant, row]))
  const expected = winnersOf(file, round).map(({ participantId, prizeIndex, rank }) => ({
    participant: participantId,
    prizeIndex,
    rank,
    scoreHundredths: rows.get(participantId)?.scoreHundredths,
    durationMs: rows.get(participantId)?.durationMs,
  }))
  // A result that is not official yet has no awards.
  compareRows(
    report,
    { round: round.slug, list: 'awards' },
    round.officialAt === null ? [] : expected,
    round.awards ?? [],
  )
}

function checkContest(file: ResultsFile, report: Report): void {
  const { boardPolicy, unitRanking } = file.contest
  const areComplete = file.rounds.every(({ awards }) => awards !== null)
  const place = { round: null, list: 'contestStandings' }
  const kept = keptFiguresOf(file)
  const expected = contestStandingsOf(boardPolicy, file.rounds).map((row) =>
    file.detail === 'full' ? row : publicContestRow(kept, row),
  )
  compareRows(report, place, expected, file.contestStandings)
  compareOrder(report, place, expected, file.contestStandings)
  checkUnits(
    unitStandingsOf(
      { units: file.units, ranking: unitRanking },
      file.contestStandings,
      areComplete
        ? prizesByUnit(file.rounds.flatMap(({ awards }) => awards ?? []))
        : givenPrizes(file.contestUnitStandings),
    ),
    file.contestUnitStandings,
    { report, round: null },
  )
}

/** The public variant names no winners: how many prizes a unit has is taken as it stands there. */
function givenPrizes(rows: readonly UnitStandingRow[]): (unit: string) => readonly number[] {
  const prizes = new Map(rows.map((row) => [row.unit, row.prizes]))

  return (unit) => prizes.get(unit) ?? []
}

function checkUnits(
  expected: readonly UnitStandingRow[],
  found: readonly UnitStandingRow[],
  { report, round }: { report: Report; round: string | null },
): void {
  const byUnit = (rows: readonly UnitStandingRow[]) =>
    rows.map(({ unit, ...row }) => ({ participant: unit, ...row }))
  const list = round === null ? 'contestUnitStandings' : 'unitStandings'
  compareRows(report, { round, list }, byUnit(expected), byUnit(found))
}

type Row = { participant: string; [field: string]: unknown }

/** Compares rows person by person, and then their order. A row that is missing or too many is named as such. */
function compareRows(
  report: Report,
  place: Omit<Place, 'who'>,
  expected: readonly Row[],
  found: readonly Row[],
): void {
  const foundBy = new Map(found.map((row) => [row.participant, row]))
  const expectedBy = new Map(expected.map((row) => [row.participant, row]))
  for (const row of expected) {
    const at = { ...place, who: row.participant }
    const other = foundBy.get(row.participant)
    if (other) compareFields(report, at, row, other)
    else compare(report, at, 'row', 'present', 'missing')
  }
  for (const row of found) {
    const at = { ...place, who: row.participant }
    if (!expectedBy.has(row.participant)) compare(report, at, 'row', 'missing', 'present')
    else if (foundBy.get(row.participant) !== row) compare(report, at, 'row', 'once', 'twice')
  }
}

/** The first place from which on two lists of the same people have another order. */
function compareOrder(
  report: Report,
  place: Omit<Place, 'who'>,
  expected: readonly Row[],
  found: readonly Row[],
): void {
  if (expected.length !== found.length) return
  const index = found.findIndex((row, i) => row.participant !== expected[i]?.participant)
  const row = found[index]
  if (row)
    compare(
      report,
      { ...place, who: row.participant },
      `order[${index}]`,
      expected[index]?.participant,
      row.participant,
    )
}

function compareFields(report: Report, place: Place, expected: object, found: object): void {
  const values = new Map(Object.entries(found))
  for (const [field, value] of Object.entries(expected)) {
    compare(report, place, field, value, values.get(field))
  }
}

function compare(report: Report, place: Place, field: string, expected: unknown, found: unknown): void {
  if (expected === found || canonicalJson({ value: expected }) === canonicalJson({ value: found })) return
  report({ ...place, field, expected, found })
}
