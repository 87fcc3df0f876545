import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/core/results/canonical-json.ts'
import { predictionTruthOf } from '#app/core/ranking/prediction.ts'
import { createRandom } from '#app/core/random.ts'
import { DEFAULT_CONTEST_POLICY, RankingPolicySchema } from '#app/core/ranking/ranking-policy.ts'
import { RESULTS_FORMAT } from '#app/core/results/results-file.ts'
import type {
  ResultsAttempt,
  ResultsFile,
  ResultsQuestion,
  ResultsRound,
} from '#app/core/results/results-file.ts'
import { contentsHashOf, hashOfList, resultsHashOf } from '#app/core/results/results-hashes.ts'
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
} from '#app/core/results/results-rules.ts'
import { knownPriorWinnersOf } from '#app/core/results/results-prior-winners.ts'
import { createSha256 } from '#app/services/sha256.server.ts'
import { UnitRankingSchema } from '#app/core/ranking/unit-ranking.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const OPENS_AT = new Date('2026-11-01T01:00:00.000Z')
const CLOSES_AT = new Date('2026-11-08T01:00:00.000Z')
const QUESTIONS = 12
const PAPER_LENGTH = 5
const UNITS = ['DV-1', 'DV-2', 'DV-3']
const unitOf = (person: number): string | null => UNITS[person % 4] ?? null
const policy = RankingPolicySchema.parse({
  version: 2,
  criteria: [
    { by: 'score' },
    { by: 'prediction_distance', overGuess: 'after_under' },
    { by: 'duration' },
    { by: 'ended_at' },
    { by: 'lot' },
  ],
})

/** A valid full file with so many people in each of two rounds, the same for the same numbers. */
export function makeResultsFile(people: number, attemptsEach = 2, seed = 'mau'): ResultsFile {
  const contest: ResultsFile['contest'] = {
    slug: 'cuoc-thi-mau',
    title: 'Cuộc thi mẫu',
    organizerName: 'Ban Tổ chức mẫu',
    boardPolicy: { ...DEFAULT_CONTEST_POLICY, prizesPerPerson: 'one' },
    unitRanking: UnitRankingSchema.parse({
      version: 1,
      formula: { by: 'rate_and_prizes', prizePoints: [5, 3] },
    }),
  }
  const units = UNITS.map((code, index) => ({
    code,
    name: `Đơn vị ${code}`,
    parent: null,
    headCount: 20 * (index + 1),
  }))
  const rounds: ResultsRound[] = []
  for (const number of [1, 2]) {
    const made = makeRound(number, { people, attemptsEach, seed })
    const round = { ...made, priorWinners: knownPriorWinnersOf({ contest, rounds }, made) }
    const awards = winnersOf({ contest, rounds: [...rounds, round] }, round).map((winner) => {
      const row = round.standings.find(({ participant }) => participant === winner.participantId)

      return {
        participant: winner.participantId,
        prizeIndex: winner.prizeIndex ?? 0,
        rank: winner.rank,
        scoreHundredths: row?.scoreHundredths ?? 0,
        durationMs: row?.durationMs ?? 0,
        unit: row?.unit ?? null,
      }
    })
    const context = { units, ranking: contest.unitRanking }
    rounds.push({
      ...round,
      awards,
      unitStandings: unitStandingsOf(context, round.standings, prizesByUnit(awards)),
    })
  }
  const contestStandings = contestStandingsOf(contest.boardPolicy, rounds)
  const awards = rounds.flatMap((round) => round.awards ?? [])
  const file = {
    format: RESULTS_FORMAT,
    detail: 'full' as const,
    takenAt: CLOSES_AT.toISOString(),
    contest,
    units,
    rounds,
    contestStandings,
    contestUnitStandings: unitStandingsOf(
      { units, ranking: contest.unitRanking },
      contestStandings,
      prizesByUnit(awards),
    ),
  } satisfies Omit<ResultsFile, 'hashes'>

  return { ...file, hashes: { contents: contentsHashOf(createSha256, file) } }
}

type Size = { people: number; attemptsEach: number; seed: string }

function makeRound(number: number, { people, attemptsEach, seed }: Size): ResultsRound {
  const random = createRandom(`${seed}-${number}`)
  const questions: ResultsQuestion[] = Array.from({ length: QUESTIONS }, (_, index) => ({
    version: `cau-${number}-${index}`,
    contentHash: sha256(`cau-${number}-${index}`),
    optionCount: 4,
    key: index % 4 === 3 ? [0, 2] : [index % 4],
    isInSet: true,
  }))
  // The last question was annulled after the close, and the one before accepts another answer too.
  const corrections = [
    { question: QUESTIONS - 1, kind: 'annul' as const, options: [] },
    { question: QUESTIONS - 2, kind: 'accept_also' as const, options: [3] },
  ]
  const scorable = scorableOf(questions, corrections)
  const attempts = Array.from({ length: people }, (_, person) => sha256(String(person)).slice(0, 16))
    .sort()
    .flatMap((participant) =>
      Array.from({ length: attemptsEach }, (_, index): ResultsAttempt => {
        const first = random.below(QUESTIONS)
        const paper = Array.from({ length: PAPER_LENGTH }, (_, place) => (first + place) % QUESTIONS)
        const answers = paper.map((place) => {
          const kind = random.below(5)

          return kind === 0 ? [] : kind === 1 ? [random.below(4)] : [...(questions[place]?.key ?? [])]
        })
        const startedAt = OPENS_AT.getTime() + random.below(100_000) * 1_000
        // So few values that many people are equal.
        const durationMs = (1 + random.below(5)) * 60_000
        const score = scoreOf({ paper, answers }, scorable, 10)

        return {
          participant,
          number: index + 1,
          status: 'submitted',
          startedAt: new Date(startedAt).toISOString(),
          endedAt: new Date(startedAt + durationMs).toISOString(),
          durationMs,
          score: score?.score ?? 0,
          correctCount: score?.correctCount ?? 0,
          countedQuestions: score?.countedQuestions ?? 0,
          answeredCount: score?.answeredCount ?? 0,
          prediction: random.below(4) === 0 ? null : random.below(people + 1) * 100_000,
          paper,
          answers,
        }
      }),
    )
  const byPerson = Map.groupBy(attempts, ({ participant }) => participant)
  const allRight = [...byPerson.values()].filter((own) =>
    own.some(({ correctCount, countedQuestions }) => correctCount === countedQuestions),
  )
  const facts = { people, peopleAllRight: allRight.length, attempts: attempts.length, excluded: 1 }
  const predictionTruth = Number(predictionTruthOf('people_all_right', facts))
  const settings = {
    opensAt: OPENS_AT.toISOString(),
    closesAt: CLOSES_AT.toISOString(),
    durationMs: 600_000,
    attemptsAllowed: attemptsEach,
    endRule: 'must_start_before' as const,
    pointsPerQuestion: 10,
    predictionKind: 'people_all_right' as const,
    rankingPolicy: policy,
  }
  const lots = [...byPerson.keys()].map((participant, index) => ({ participant, number: index + 1 }))
  const rows = [...byPerson.entries()].flatMap(([participant, own], index) => {
    const person = { participant, unit: unitOf(index), lot: index + 1 }
    const counted = own.map((attempt) => countedAttemptOf(attempt, null))

    return standingOf({ predictionTruth, settings }, person, counted) ?? []
  })
  const standings = rankRows(policy.criteria, rows)
  const slug = `dot-${number}`
  const document = canonicalJson({
    round: slug,
    opensAt: settings.opensAt,
    durationMs: settings.durationMs,
    attemptsAllowed: attemptsEach,
    endRule: settings.endRule,
    pointsPerQuestion: 10,
    prediction: { kind: 'people_all_right', prompt: 'Bao nhiêu người đúng hết?' },
    rankingPolicy: policy,
    questionSet: {
      count: QUESTIONS,
      sha256: sha256(
        questions
          .map(({ contentHash }) => contentHash)
          .sort()
          .join('\n'),
      ),
    },
  })

  return {
    slug,
    title: `Đợt ${number}`,
    officialAt: new Date(CLOSES_AT.getTime() + number).toISOString(),
    correctedAt: null,
    settings,
    fingerprint: { document, sha256: sha256(document) },
    facts: { ...facts, computedAt: CLOSES_AT.toISOString() },
    predictionTruth,
    exclusions: [{ kind: 'organizer', count: 1 }],
    corrections,
    prizes: [
      { title: 'Giải Nhất', count: 1 },
      { title: 'Giải Nhì', count: 2 },
    ],
    lots,
    rejected: standings.slice(1, 2).map(({ participant }) => participant),
    awards: [],
    questions,
    attempts,
    standings,
    unitStandings: [],
    hashes: {
      questions: hashOfList(createSha256, questions),
      attempts: hashOfList(createSha256, attempts),
      results: resultsHashOf(createSha256, standings),
    },
  }
}

/** The same file with the hashes that its contents give: what a forger who knows the format would write. */
export function rehash(file: ResultsFile): ResultsFile {
  const rounds = file.rounds.map((round) => ({
    ...round,
    hashes: {
      questions: round.questions ? hashOfList(createSha256, round.questions) : round.hashes.questions,
      attempts: round.attempts ? hashOfList(createSha256, round.attempts) : round.hashes.attempts,
      results: resultsHashOf(createSha256, round.standings),
    },
  }))
  const changed = { ...file, rounds }

  return { ...changed, hashes: { contents: contentsHashOf(createSha256, changed) } }
}
