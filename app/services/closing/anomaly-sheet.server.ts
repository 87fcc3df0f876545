import { AnswersSchema } from '../../core/attempts/answers.ts'
import { createAnomalyCollector } from '../../core/closing/anomalies.ts'
import type { AnomalySheet, InspectedAttempt } from '../../core/closing/anomalies.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import { correctedKeys } from '../../core/regrades/regrade.ts'
import type { KeyCorrection } from '../../core/regrades/regrade.ts'
import { marksOf } from '../../core/attempts/scoring.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { lockForStep, markStep } from './closing-progress.server.ts'
import { getKeys, getServedVersions } from '../attempts/question-cache.server.ts'
import { listCorrections } from '../regrades/round-keys.server.ts'

type Deciding = { roundSlug: string; decidedById: string; now: Date }

/** Papers per read: between two reads everybody else gets their turn. */
const CHUNK = 500

/** Asks for the sheet; the background job makes it, off the path of people who take papers. */
export async function requestAnomalySheet({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'anomalies', now)
    const data = { anomaliesRequestedAt: now }
    await tx.roundClosing.upsert({
      where: { roundId: round.id },
      create: { roundId: round.id, ...data },
      update: data,
    })
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.request_anomalies',
      subject: `round:${round.slug}`,
      details: {},
      now,
    })
  })
}

/** Notes that people have looked at the sheet. @throws DomainError round_not_found | closing_step_not_open */
export async function reviewAnomalies({ roundSlug, decidedById, now }: Deciding): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockForStep(tx, roundSlug, 'anomalies', now)
    await markStep(tx, round.id, 'anomalies', now)
    await recordAudit(tx, {
      actorId: decidedById,
      action: 'round.review_anomalies',
      subject: `round:${round.slug}`,
      details: {},
      now,
    })
  })
}

/** Makes the sheets that were asked for. Two processes at once make the same sheet twice, and the same one. */
export async function makeRequestedSheets(now: Date): Promise<void> {
  const requested = await db.roundClosing.findMany({
    where: { anomaliesRequestedAt: { not: null } },
    select: { roundId: true, anomaliesRequestedAt: true },
  })
  for (const { roundId, anomaliesRequestedAt } of requested) {
    const anomalies = await makeSheet(roundId)
    await db.roundClosing.updateMany({
      where: { roundId, anomaliesRequestedAt },
      data: { anomalies, anomaliesComputedAt: now, anomaliesRequestedAt: null },
    })
  }
}

async function makeSheet(roundId: string): Promise<AnomalySheet> {
  const collector = createAnomalyCollector()
  const corrections = await listCorrections(roundId)
  let after = ''
  for (;;) {
    const attempts = await db.attempt.findMany({
      where: { roundId, status: { not: 'running' }, id: { gt: after } },
      include: { paper: true },
      orderBy: { id: 'asc' },
      take: CHUNK,
    })
    for (const attempt of attempts)
      if (attempt.paper) collector.add(await inspect(attempt, attempt.paper.positions, corrections))
    const last = attempts.at(-1)
    if (!last) return collector.sheet()
    after = last.id
  }
}

type EndedAttempt = {
  id: string
  participantId: string
  durationMs: number | null
  correctCount: number | null
  questionCount: number
  answers: unknown
}

async function inspect(
  attempt: EndedAttempt,
  storedPositions: unknown,
  corrections: readonly KeyCorrection[],
): Promise<InspectedAttempt> {
  const positions = PaperPositionsSchema.parse(storedPositions)
  const answers = AnswersSchema.parse(attempt.answers)
  const versionIds = positions.map(({ versionId }) => versionId)
  const [versions, keys] = await Promise.all([getServedVersions(versionIds), getKeys(versionIds)])
  const marks = marksOf(positions, answers, correctedKeys(keys, corrections))
  const words = positions.flatMap(({ versionId }) => {
    const version = versions.get(versionId)

    return version ? [version.stem, ...version.options] : []
  })

  return {
    participantId: attempt.participantId,
    attemptId: attempt.id,
    wordCount: words.reduce((count, text) => count + text.split(/\s+/).length, 0),
    durationMs: attempt.durationMs ?? 0,
    correctCount: attempt.correctCount ?? 0,
    questionCount: attempt.questionCount,
    wrongAnswers: positions.flatMap((position, index) => {
      const chosenIds = answers[String(index + 1)] ?? []
      if (marks[index] || chosenIds.length === 0) return []
      const chosen = position.options.filter(({ id }) => chosenIds.includes(id)).map((option) => option.index)

      return [`${position.versionId}:${chosen.sort((a, b) => a - b).join(',')}`]
    }),
  }
}
