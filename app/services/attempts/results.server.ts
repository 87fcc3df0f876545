import { isInTime } from '../../core/attempts/attempt-window.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { correctedKeys, rightOptionsOf } from '../../core/regrades/regrade.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { isHeldBack, isReleased, releaseAt } from '../../core/rounds/release.ts'
import type { Release, SecretRound } from '../../core/rounds/release.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { marksOf } from '../../core/attempts/scoring.ts'
import { db } from '../../db/client.server.ts'
import { findOwnAttempt } from './attempt-rows.server.ts'
import type { AttemptWithPaper } from './attempt-rows.server.ts'
import { countAttempt } from './end-attempt.server.ts'
import { getServedVersions, getVersionKeys } from './question-cache.server.ts'
import { listCorrections } from '../regrades/round-keys.server.ts'
import { getRecentRoundById, listSecretRounds, releaseOf } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** What was handed in, and what came of it as far as the round releases it. */
export type Receipt = {
  attemptId: string
  receiptCode: string
  roundSlug: string
  roundTitle: string
  roundKind: 'ranked' | 'practice'
  number: number
  status: 'submitted' | 'expired'
  startedAt: Date
  endedAt: Date
  durationMs: number
  questionCount: number
  answeredCount: number
  /** Whether the round asks for a prediction. */
  hasPrediction: boolean
  prediction: { kind: PredictionKind; value: bigint } | null
  /** Null when the round does not release the score now. `countedQuestions` leaves annulled ones out. */
  score: { points: number; maxPoints: number; correctCount: number; countedQuestions: number } | null
}

export type ResultQuestion = {
  position: number
  stem: string
  options: { text: string; isChosen: boolean; isCorrect: boolean | null }[]
  /** What a regrade did about the question's key; null when nothing was done, or the question is held back. */
  correction: CorrectionKind | null
  /** Null when marks are not released for this question. */
  isRight: boolean | null
  /** Null when the key is not released for this question. */
  key: { explanation: string; citations: string[] } | null
}

/** A regrade that changed this attempt: the old score stays readable. */
export type ScoreChange = {
  appliedAt: Date
  publicNote: string
  before: { points: number; maxPoints: number }
  after: { points: number; maxPoints: number }
}

export type Result = Receipt & {
  phase: Phase
  closesAt: Date
  release: Release
  /** What the round will release in the end. */
  laterRelease: Release
  /** How many more attempts the owner may start; null without a limit. 0 when the round is not open. */
  attemptsLeft: number | null
  questions: ResultQuestion[]
  /** What regrades did to the score, oldest first; empty as long as the score is not released. */
  regrades: ScoreChange[]
  /** Which text of the law the keys rest on: shown wherever a key is. */
  law: { name: string; version: string }
}

/**
 * The result of an ended attempt for its owner, as far as the round releases it now; null while it still runs.
 * @throws DomainError attempt_not_found
 */
export async function getResult(attemptId: string, participantId: string, now: Date): Promise<Result | null> {
  const found = await findEnded(attemptId, participantId, now)
  if (found === 'running') return null

  const { round } = found
  const release = releaseOf(round, now)
  const [bank, attemptsLeft, regrades] = await Promise.all([
    db.questionBank.findUniqueOrThrow({
      where: { id: round.bankId },
      select: { law: true, lawVersion: true },
    }),
    countAttemptsLeft(round, participantId, now),
    isReleased(release, 'score') ? listScoreChanges(attemptId, round.pointsPerQuestion) : [],
  ])

  return {
    ...toReceipt(found, release),
    phase: phaseOf(round, now),
    closesAt: round.closesAt,
    release,
    laterRelease: releaseAt(round, 'provisional'),
    attemptsLeft,
    regrades,
    law: { name: bank.law, version: bank.lawVersion },
    questions: isReleased(release, 'marks')
      ? await reviewPaper(found, release, await listSecretRounds(now))
      : [],
  }
}

async function countAttemptsLeft(round: Round, participantId: string, now: Date): Promise<number | null> {
  if (phaseOf(round, now) !== 'open') return 0
  if (round.attemptsAllowed === null) return null
  const used = await db.attempt.count({ where: { roundId: round.id, participantId } })

  return Math.max(0, round.attemptsAllowed - used)
}

/**
 * The receipt of an ended attempt for its owner; the same one every time it is asked for.
 * @throws DomainError attempt_not_found
 */
export async function requireReceipt(attemptId: string, participantId: string, now: Date): Promise<Receipt> {
  const found = await findEnded(attemptId, participantId, now)
  if (found === 'running') throw new DomainError('attempt_not_found')

  return toReceipt(found, releaseOf(found.round, now))
}

type Found = { attempt: AttemptWithPaper; round: Round }

async function findEnded(attemptId: string, participantId: string, now: Date): Promise<Found | 'running'> {
  let attempt = await findOwnAttempt(attemptId, participantId)
  if (attempt?.status === 'running' && !isInTime(attempt.deadlineAt, now)) {
    await countAttempt(attempt.id, now)
    attempt = await findOwnAttempt(attemptId, participantId)
  }
  if (!attempt) throw new DomainError('attempt_not_found')

  return attempt.status === 'running'
    ? 'running'
    : { attempt, round: await getRecentRoundById(attempt.roundId) }
}

function toReceipt({ attempt, round }: Found, release: Release): Receipt {
  if (attempt.status === 'running' || !attempt.endedAt || attempt.receiptCode === null) {
    throw new Error('an ended attempt has an end and a receipt')
  }

  return {
    attemptId: attempt.id,
    receiptCode: attempt.receiptCode,
    roundSlug: round.slug,
    roundTitle: round.title,
    roundKind: round.kind,
    number: attempt.number,
    status: attempt.status,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    durationMs: attempt.durationMs ?? 0,
    questionCount: attempt.positions.length,
    answeredCount: attempt.answeredCount ?? 0,
    hasPrediction: round.predictionKind !== null,
    prediction:
      round.predictionKind && attempt.prediction !== null
        ? { kind: round.predictionKind, value: attempt.prediction }
        : null,
    score: isReleased(release, 'score')
      ? {
          points: attempt.score ?? 0,
          maxPoints: attempt.questionCount * round.pointsPerQuestion,
          correctCount: attempt.correctCount ?? 0,
          countedQuestions: attempt.questionCount,
        }
      : null,
  }
}

async function listScoreChanges(attemptId: string, pointsPerQuestion: number): Promise<ScoreChange[]> {
  const rows = await db.regradeScore.findMany({
    where: { attemptId, regrade: { appliedAt: { not: null } } },
    include: { regrade: { select: { appliedAt: true, publicNote: true } } },
    orderBy: { regrade: { appliedAt: 'asc' } },
  })

  return rows.map((row) => ({
    appliedAt: row.regrade.appliedAt ?? new Date(0),
    publicNote: row.regrade.publicNote ?? '',
    before: { points: row.scoreBefore, maxPoints: row.countedBefore * pointsPerQuestion },
    after: { points: row.scoreAfter, maxPoints: row.countedAfter * pointsPerQuestion },
  }))
}

/** The paper with marks and, where allowed, keys. Questions another secret round may draw keep both to themselves. */
async function reviewPaper(
  { attempt, round }: Found,
  release: Release,
  secretRounds: readonly SecretRound[],
): Promise<ResultQuestion[]> {
  const { answers, positions } = attempt
  const versionIds = positions.map((position) => position.versionId)
  const [versions, ownKeys, corrections, heldBack] = await Promise.all([
    getServedVersions(versionIds),
    getVersionKeys(versionIds),
    listCorrections(round.id),
    listHeldBack(versionIds, secretRounds),
  ])
  const keys = correctedKeys(new Map([...ownKeys].map(([id, version]) => [id, version.key])), corrections)
  const correctionOf = new Map(corrections.map(({ versionId, kind }) => [versionId, kind]))
  const marks = marksOf(positions, answers, keys)

  return positions.map((position, index) => {
    const version = versions.get(position.versionId)
    const own = ownKeys.get(position.versionId)
    const right = rightOptionsOf(keys.get(position.versionId) ?? [], own?.key ?? [])
    const chosenIds = answers[String(index + 1)] ?? []
    const isSecret = heldBack.has(position.versionId)
    const showsKey = isReleased(release, 'key') && !isSecret

    return {
      position: index + 1,
      stem: version?.stem ?? '',
      options: position.options.map((option) => ({
        text: version?.options[option.index] ?? '',
        isChosen: chosenIds.includes(option.id),
        isCorrect: showsKey ? right.includes(option.index) : null,
      })),
      correction: isSecret ? null : (correctionOf.get(position.versionId) ?? null),
      isRight: isSecret ? null : (marks[index] ?? null),
      key: showsKey && own ? { explanation: own.explanation, citations: own.citations } : null,
    }
  })
}

/**
 * The versions of this paper whose question a secret round may draw, as this version or as the one that is drawn now: an
 * edit may have moved it to another topic or difficulty, and tells much of the same. The paper's own round is never one: it shows marks once it is
 * settled.
 */
async function listHeldBack(
  versionIds: readonly string[],
  secretRounds: readonly SecretRound[],
): Promise<ReadonlySet<string>> {
  if (secretRounds.length === 0) return new Set()

  const rows = await db.questionVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: {
      id: true,
      questionId: true,
      difficulty: true,
      topic: { select: { code: true } },
      question: {
        select: {
          bankId: true,
          currentVersion: true,
          topic: { select: { code: true } },
          versions: { where: { state: 'approved' }, select: { version: true, difficulty: true } },
        },
      },
    },
  })

  return new Set(
    rows
      .filter(({ questionId, topic, difficulty, question }) => {
        const { bankId, currentVersion, versions } = question
        const current = versions.find(({ version }) => version === currentVersion)

        return (
          isHeldBack({ questionId, bankId, topic: topic.code, difficulty }, secretRounds) ||
          isHeldBack(
            {
              questionId,
              bankId,
              topic: question.topic.code,
              difficulty: current?.difficulty ?? difficulty,
            },
            secretRounds,
          )
        )
      })
      .map(({ id }) => id),
  )
}
