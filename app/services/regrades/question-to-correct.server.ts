import { DomainError } from '../../core/domain-error.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { isTooSmall } from '../../core/ranking/small-numbers.ts'
import { db } from '../../db/client.server.ts'
import { AnalysisReportSchema } from '../analysis/item-analysis-run.server.ts'
import { isQuestionOfRound, loadQuestions } from './regrade-questions.server.ts'
import type { KeyedQuestion } from './regrade-questions.server.ts'
import { listCorrections } from './round-keys.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** What is written about a key: in an open set, or in force. */
export type WrittenCorrection = { kind: CorrectionKind; options: readonly number[]; reason: string }

/** A question of the round, with everything a decision about its key needs. For the staff: it tells the key. */
export type QuestionToCorrect = KeyedQuestion & {
  law: string
  /** Among the papers the item analysis counts; null before there is one, or when too few people had the question. */
  counts: { shown: number; unanswered: number; chosen: number[] } | null
  /** What an earlier regrade made of its key. */
  inForce: Omit<WrittenCorrection, 'reason'> | null
  /** What the open set says about it. */
  prepared: WrittenCorrection | null
  /** Numbers of the complaints about it in this round, oldest first; withdrawn ones left out. */
  complaints: number[]
}

/** @throws DomainError question_not_found when papers of the round can't have it */
export async function getQuestionToCorrect(round: Round, versionId: string): Promise<QuestionToCorrect> {
  const question = (await isQuestionOfRound(round, versionId))
    ? (await loadQuestions([versionId])).get(versionId)
    : undefined
  if (!question) throw new DomainError('question_not_found')
  const [{ law }, counts, corrections, prepared, complaints] = await Promise.all([
    db.questionBank.findUniqueOrThrow({ where: { id: round.bankId }, select: { law: true } }),
    countChoices(round, versionId),
    listCorrections(round.id),
    db.keyCorrection.findFirst({
      where: { questionVersionId: versionId, regrade: { openKey: round.id } },
      select: { kind: true, options: true, reason: true },
    }),
    db.complaint.findMany({
      where: { roundId: round.id, questionVersionId: versionId, state: { not: 'withdrawn' } },
      orderBy: { number: 'asc' },
      select: { number: true },
    }),
  ])
  const inForce = corrections.findLast((correction) => correction.versionId === versionId)

  return {
    ...question,
    law,
    counts,
    inForce: inForce ? { kind: inForce.kind, options: inForce.options } : null,
    prepared,
    complaints: complaints.map(({ number }) => number),
  }
}

/** How often each option was chosen. Only of a settled round: numbers of an open one would tell its key. */
async function countChoices(round: Round, versionId: string): Promise<QuestionToCorrect['counts']> {
  if (!round.settledAt) return null
  const analysis = await db.itemAnalysis.findUnique({
    where: { roundId: round.id },
    select: { computedAt: true, report: true },
  })
  if (!analysis?.computedAt) return null
  const { items } = AnalysisReportSchema.parse(analysis.report).items
  const overall = items.find((item) => item.versionId === versionId)?.overall
  if (!overall || isTooSmall(overall.shown)) return null

  return { shown: overall.shown, unanswered: overall.unanswered, chosen: overall.chosen }
}
