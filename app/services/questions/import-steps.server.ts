import { DomainError } from '../../core/domain-error.ts'
import { PROBLEM_CODES } from '../../core/questions/import/draft.ts'
import type { ProblemCode } from '../../core/questions/import/draft.ts'
import { DUPLICATE_KINDS } from '../../core/questions/import/duplicates.ts'
import type { DuplicateKind } from '../../core/questions/import/duplicates.ts'
import type { DuplicateDecision } from '../../core/questions/import/import-plan.ts'
import type { ImportStep } from '../../core/questions/import/waiting-import.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recheckStems } from './mend-waiting.server.ts'
import { changeUpload } from './question-uploads.server.ts'
import type { UploadTarget, WaitingColumns } from './question-uploads.server.ts'

export type StepOrder = UploadTarget & { actorId: string }

/** `left` were changed one by one since, and stay as they are. */
export type Undone = { restored: number; left: number }

/** Newest first; ids grow with time, for steps of one moment. */
const NEWEST_FIRST = [{ createdAt: 'desc' }, { id: 'desc' }] as const

/** Steps of an upload that can be taken back, the newest first. */
export async function listSteps(importId: string): Promise<ImportStep[]> {
  const steps = await db.importStep.findMany({
    where: { importId },
    orderBy: [...NEWEST_FIRST],
    select: {
      id: true,
      about: true,
      decision: true,
      questionCount: true,
      createdAt: true,
      createdBy: { select: { fullName: true } },
    },
  })

  return steps.flatMap(({ id, about, decision, questionCount, createdAt, createdBy }) => {
    const did = didOf(about, decision)

    return did ? [{ id, questionCount, byName: createdBy.fullName, at: createdAt, did }] : []
  })
}

function didOf(about: string, decision: DuplicateDecision | null): ImportStep['did'] | null {
  const kind = DUPLICATE_KINDS.find((each) => each === about)
  if (kind && decision) return { what: 'decided', kind, decision }
  const code = PROBLEM_CODES.find((each) => each === about)

  return code ? { what: 'proposed', code } : null
}

/**
 * Takes the newest step back; what was corrected or decided in one of its questions since stays.
 * @param stepId the step that whoever asks had before them
 * @throws DomainError import_gone; step_overtaken: it is not the newest any more
 */
export async function undoStep(order: UploadTarget, stepId: string): Promise<Undone> {
  const { importId } = order

  return changeUpload(order, async (tx) => {
    const newest = await tx.importStep.findFirst({ where: { importId }, orderBy: [...NEWEST_FIRST] })
    if (newest?.id !== stepId) throw new DomainError('step_overtaken')
    const after = await tx.waitingQuestion.findMany({
      where: { importId, stepId },
      select: { stemHash: true },
    })
    const restored = await restoreRows(tx, stepId)
    await tx.importStep.delete({ where: { id: stepId } })
    // A decision changes nothing that repeats.
    if (newest.decision === null) {
      const positions = await tx.waitingQuestion.findMany({
        where: { importId, position: { in: positionsOf(newest.before) } },
        select: { stemHash: true },
      })
      await recheckStems(
        tx,
        importId,
        [...after, ...positions].map(({ stemHash }) => stemHash),
      )
    }

    return { restored, left: newest.questionCount - restored }
  })
}

function positionsOf(before: unknown): number[] {
  return (before as { position: number }[]).map(({ position }) => position)
}

async function restoreRows(tx: Tx, stepId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE waiting_question w SET question = r.question, problems = r.problems, duplicate = nullif(r.duplicate, 'null'),
      decision = r.decision, topic_code = r.topic_code, stem_hash = r.stem_hash, has_error = r.has_error,
      has_warning = r.has_warning, step_id = r.step_id
    FROM import_step s, jsonb_to_recordset(s.before) AS r(
      position int, question jsonb, problems jsonb, duplicate jsonb, decision duplicate_decision, topic_code text,
      stem_hash text, has_error boolean, has_warning boolean, step_id text)
    WHERE s.id = ${stepId} AND w.import_id = s.import_id AND w.position = r.position AND w.step_id = s.id`
}

type Step = {
  about: DuplicateKind | ProblemCode
  /** Null: proposals were taken. */
  decision: DuplicateDecision | null
  positions: readonly number[]
}

/** Keeps the questions as they are before a step changes them. @returns the step's id */
export async function recordStep(
  tx: Tx,
  { importId, actorId, now }: StepOrder,
  { about, decision, positions }: Step,
): Promise<string> {
  const { id } = await tx.importStep.create({
    data: {
      importId,
      about,
      decision,
      questionCount: positions.length,
      before: [],
      createdById: actorId,
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.$executeRaw`
    UPDATE import_step SET before = (
      SELECT jsonb_agg(to_jsonb(w) - 'import_id' ORDER BY w.position) FROM waiting_question w
      WHERE w.import_id = ${importId} AND w.position = ANY(${[...positions]}::int[]))
    WHERE id = ${id}`

  return id
}

export type SteppedRow = WaitingColumns & { position: number; decision: DuplicateDecision | null }

/** Writes what a step made of its questions, in one statement however many they are. */
export async function writeStep(
  tx: Tx,
  { importId }: StepOrder,
  stepId: string,
  rows: readonly SteppedRow[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE waiting_question w SET question = r.question, problems = r.problems, duplicate = r.duplicate,
      decision = r.decision, topic_code = r."topicCode", stem_hash = r."stemHash", has_error = r."hasError",
      has_warning = r."hasWarning", step_id = ${stepId}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      position int, question jsonb, problems jsonb, duplicate jsonb, decision duplicate_decision, "topicCode" text,
      "stemHash" text, "hasError" boolean, "hasWarning" boolean)
    WHERE w.import_id = ${importId} AND w.position = r.position`
}
