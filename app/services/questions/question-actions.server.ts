import { DomainError } from '../../core/domain-error.ts'
import { lackingOf } from '../../core/questions/question-content.ts'
import { actionRefusal } from '../../core/questions/question-state.ts'
import type { ActionRefusal, QuestionActionKind, QuestionFacts } from '../../core/questions/question-state.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import type { VersionState } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { listShortfalls, requireNoneWorse } from '../rounds/bank-shortfalls.server.ts'
import { forgetCandidates } from '../attempts/question-cache.server.ts'
import { questionSubject } from './question-writing.server.ts'

export type ActOnQuestions = {
  bankSlug: string
  codes: readonly string[]
  kind: QuestionActionKind
  /** Why it is rejected (needed) or flagged; ignored by other actions. */
  note?: string
  /** For `reflag`: the moment of the clearing that is taken back. */
  clearedAt?: Date
  actorId: string
  now: Date
}

/** What became of each question. Those refused are as they were; all others were done together. */
export type ActionResult = { done: string[]; refused: { code: string; reason: ActionRefusal }[] }

/**
 * Does one thing with one or many questions of a bank, in one transaction: submit, withdraw, approve, reject, retire,
 * restore, flag for review, clear the flags. The questions are locked, so that edits and other decisions come before or
 * after; that author and approver differ is a condition of the write as well.
 * @throws DomainError note_missing when a rejection has no reason
 * @throws DomainError round_left_short {rounds} when a round to come or under way could draw no complete paper any more
 */
export async function actOnQuestions(action: ActOnQuestions): Promise<ActionResult> {
  const note = normalizeText(action.note ?? '')
  if (note === '' && action.kind === 'reject') throw new DomainError('note_missing')

  const result = await db.$transaction(async (tx) => {
    const questions = await lockQuestions(tx, action)
    const refused = action.codes.flatMap((code) => {
      const question = questions.find((candidate) => candidate.code === code)
      const reason = question ? actionRefusal(action.kind, question, action.actorId) : 'not_found'

      return reason ? [{ code, reason }] : []
    })
    const possible = questions.filter(({ code }) => refused.every((refusal) => refusal.code !== code))
    if (possible.length > 0) await carryOut(tx, { ...action, note }, possible)

    return { done: possible.map(({ code }) => code), refused }
  })
  forgetCandidates()

  return result
}

type Prepared = ActOnQuestions & { note: string }
type LockedQuestion = QuestionFacts & { id: string; bankId: string; code: string; version: number }

async function carryOut(tx: Tx, action: Prepared, questions: readonly LockedQuestion[]): Promise<void> {
  const { bankSlug, kind, note, actorId, now } = action
  const bankId = questions[0]?.bankId ?? ''
  const before = CHANGES_THE_OFFER.includes(kind) ? await listShortfalls(tx, bankId, now) : null
  const count = await write(tx, action, questions)
  // Everything was checked under a lock: a write that finds less is a bug, and must not be half done.
  if (count < questions.length) throw new Error(`${kind}: ${count} of ${questions.length} questions changed`)
  if (before) requireNoneWorse(before, await listShortfalls(tx, bankId, now))

  for (const { code, version } of questions) {
    await recordAudit(tx, {
      actorId,
      action: `question.${kind}`,
      subject: questionSubject(bankSlug, code),
      details: { version, ...(note !== '' && { note }) },
      now,
    })
  }
}

const CHANGES_THE_OFFER: readonly QuestionActionKind[] = ['approve', 'retire', 'flag', 'reflag']

/** @returns how many questions it changed */
async function write(tx: Tx, action: Prepared, questions: readonly LockedQuestion[]): Promise<number> {
  const { kind, note, actorId, now, clearedAt } = action
  const ids = questions.map(({ id }) => id)
  switch (kind) {
    case 'submit':
      return changeState(tx, questions, ['draft', 'rejected'], {
        state: 'submitted',
        submittedAt: now,
        decidedAt: null,
        decidedById: null,
        decisionNote: null,
      })
    case 'withdraw':
      return changeState(tx, questions, ['submitted'], { state: 'draft', submittedAt: null })
    case 'approve':
      return approve(tx, ids, actorId, now)
    case 'reject':
      return reject(tx, ids, note, actorId, now)
    case 'retire':
      return setRetired(tx, ids, { retiredAt: now, retiredById: actorId })
    case 'restore':
      return setRetired(tx, ids, { retiredAt: null, retiredById: null })
    case 'flag':
      return raiseFlags(tx, ids, note, actorId, now)
    case 'unflag':
      return countQuestions(
        await tx.questionFlag.updateManyAndReturn({
          where: { questionId: { in: ids }, clearedAt: null },
          data: { clearedAt: now, clearedById: actorId },
          select: { questionId: true },
        }),
      )
    case 'reflag':
      return countQuestions(
        await tx.questionFlag.updateManyAndReturn({
          where: { questionId: { in: ids }, clearedAt },
          data: { clearedAt: null, clearedById: null },
          select: { questionId: true },
        }),
      )
    default:
      return kind satisfies never
  }
}

type StateChange = {
  state: VersionState
  submittedAt: Date | null
  decidedAt?: null
  decidedById?: null
  decisionNote?: null
}

async function changeState(
  tx: Tx,
  questions: readonly LockedQuestion[],
  from: VersionState[],
  data: StateChange,
): Promise<number> {
  const { count } = await tx.questionVersion.updateMany({
    where: {
      OR: questions.map(({ id, version }) => ({ questionId: id, version })),
      state: { in: from },
    },
    data,
  })

  return count
}

/** The newest version becomes the one that papers draw, and its topic the question's. */
async function approve(tx: Tx, ids: string[], actorId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    WITH approved AS (
      UPDATE question_version v SET state = 'approved', decided_by_id = ${actorId}, decided_at = ${now}
      FROM question q
      WHERE q.id = ANY(${ids}) AND v.question_id = q.id AND v.version = q.latest_version
        AND v.state = 'submitted' AND v.author_id <> ${actorId}
      RETURNING v.question_id, v.version, v.topic_id
    )
    UPDATE question SET current_version = approved.version, topic_id = approved.topic_id
    FROM approved WHERE question.id = approved.question_id AND question.latest_version = approved.version`
}

async function reject(tx: Tx, ids: string[], note: string, actorId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE question_version v
    SET state = 'rejected', decided_by_id = ${actorId}, decided_at = ${now}, decision_note = ${note}
    FROM question q
    WHERE q.id = ANY(${ids}) AND v.question_id = q.id AND v.version = q.latest_version
      AND v.state = 'submitted' AND v.author_id <> ${actorId}`
}

type Retirement = { retiredAt: Date; retiredById: string } | { retiredAt: null; retiredById: null }

async function setRetired(tx: Tx, ids: string[], data: Retirement): Promise<number> {
  const { count } = await tx.question.updateMany({
    where: { id: { in: ids }, retiredAt: data.retiredAt ? null : { not: null } },
    data,
  })

  return count
}

async function raiseFlags(tx: Tx, ids: string[], note: string, actorId: string, now: Date): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO question_flag (question_id, source, reason, raised_by_id, raised_at)
    SELECT id, 'manual', ${note}, ${actorId}, ${now} FROM unnest(${ids}::text[]) AS t(id)
    ON CONFLICT (question_id, source) DO UPDATE
    SET reason = excluded.reason, raised_by_id = excluded.raised_by_id, raised_at = excluded.raised_at,
        cleared_at = NULL, cleared_by_id = NULL`
}

function countQuestions(flags: readonly { questionId: string }[]): number {
  return new Set(flags.map(({ questionId }) => questionId)).size
}

/** The questions with what decides, locked in one order for everybody. */
async function lockQuestions(
  tx: Tx,
  { bankSlug, codes }: Pick<ActOnQuestions, 'bankSlug' | 'codes'>,
): Promise<LockedQuestion[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM question q JOIN question_bank b ON b.id = q.bank_id
    WHERE b.slug = ${bankSlug} AND q.code = ANY(${[...codes]}) ORDER BY q.id FOR UPDATE OF q`
  const rows = await tx.question.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: { code: 'asc' },
    include: {
      flags: { where: { clearedAt: null }, select: { source: true } },
      versions: {
        orderBy: { version: 'desc' },
        take: 1,
        select: { version: true, state: true, authorId: true, explanation: true, citations: true },
      },
    },
  })

  return rows.flatMap(({ id, bankId, code, retiredAt, flags, versions: [latest] }) =>
    latest
      ? [
          {
            id,
            bankId,
            code,
            version: latest.version,
            state: latest.state,
            authorId: latest.authorId,
            isRetired: retiredAt !== null,
            isFlagged: flags.length > 0,
            isFlaggedByHand: flags.some(({ source }) => source === 'manual'),
            isIncomplete: lackingOf(latest).length > 0,
          },
        ]
      : [],
  )
}
