import { openKeyOf } from '../../core/complaints/complaint.ts'
import type { ComplaintState, ComplaintSubject, ComplaintTarget } from '../../core/complaints/complaint.ts'
import { complaintDeadlines, complaintWindowOf, isInWindow } from '../../core/complaints/complaint-terms.ts'
import type { ComplaintWindow } from '../../core/complaints/complaint-terms.ts'
import { DomainError } from '../../core/domain-error.ts'
import { isReleased } from '../../core/rounds/release.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import { findOwnAttempt } from '../attempts/attempt-rows.server.ts'
import type { AttemptWithPaper } from '../attempts/attempt-rows.server.ts'
import { recordAudit } from '../audit.server.ts'
import { getVersionKeys } from '../attempts/question-cache.server.ts'
import { parseRound, releaseOf } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** A complaint as its owner sees it: what was decided and why, never by whose account. */
export type OwnComplaint = {
  id: string
  number: number
  attemptId: string
  roundTitle: string
  subject: ComplaintSubject
  /** Of the question on the paper; null for other subjects. */
  position: number | null
  text: string
  state: ComplaintState
  filedAt: Date
  /** Exclusive. */
  answerBy: Date
  decidedAt: Date | null
  answer: string | null
}

export type ComplaintDesk = {
  /** Null when the attempt allows none, as in practice. */
  window: (ComplaintWindow & { isOpen: boolean }) | null
  answerWorkingDays: number
  own: OwnComplaint[]
}

/**
 * What the owner of an ended attempt can complain about and has complained about.
 * @throws DomainError attempt_not_found
 */
export async function getComplaintDesk(
  attemptId: string,
  participantId: string,
  now: Date,
): Promise<ComplaintDesk> {
  const [{ window, contest }, own] = await Promise.all([
    requireEndedAttempt(attemptId, participantId),
    listOwnComplaints(participantId, attemptId),
  ])

  return {
    window: window && { ...window, isOpen: isInWindow(window, now) },
    answerWorkingDays: contest.complaintAnswerDays,
    own,
  }
}

/** How many complaints of one participant are shown. */
const SHOWN_COMPLAINTS = 100

/** The complaints of one participant, newest first; of one attempt when it is named. */
export async function listOwnComplaints(
  participantId: string,
  attemptId: string | null,
): Promise<OwnComplaint[]> {
  const rows = await db.complaint.findMany({
    where: { participantId, ...(attemptId === null ? {} : { attemptId }) },
    select: {
      id: true,
      number: true,
      attemptId: true,
      round: { select: { title: true } },
      subject: true,
      position: true,
      text: true,
      state: true,
      filedAt: true,
      answerBy: true,
      decidedAt: true,
      answer: true,
    },
    orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN_COMPLAINTS,
  })

  return rows.map(({ round, ...row }) => ({ ...row, roundTitle: round.title }))
}

export type FileComplaint = {
  attemptId: string
  participantId: string
  target: ComplaintTarget
  text: string
  now: Date
}

/**
 * Files a complaint about an ended attempt of one's own. A question can be complained of only where the release shows
 * it, and comes with its version and citations.
 * @returns its number
 * @throws DomainError attempt_not_found | complaint_window_closed | complaint_subject_hidden | complaint_already_open
 */
export async function fileComplaint({
  attemptId,
  participantId,
  target,
  text,
  now,
}: FileComplaint): Promise<number> {
  const { attempt, round, window, contest } = await requireEndedAttempt(attemptId, participantId)
  if (!isInWindow(window, now)) throw new DomainError('complaint_window_closed')
  const question =
    target.subject === 'question' ? await questionOf(attempt, round, target.position, now) : null
  const about = {
    subject: target.subject,
    participantId,
    roundId: round.id,
    attemptId,
    questionVersionId: question?.versionId ?? null,
  }

  try {
    return await db.$transaction(async (tx) => {
      const { number } = await tx.complaint.create({
        data: {
          ...about,
          position: target.position,
          citations: question?.citations ?? [],
          text: normalizeLines(text),
          openKey: openKeyOf(about),
          filedAt: now,
          ...complaintDeadlines(now, contest.complaintAnswerDays),
        },
        select: { number: true },
      })
      await recordAudit(tx, {
        actorId: participantId,
        action: 'complaint.file',
        subject: `complaint:${number}`,
        details: { about: target.subject, round: round.slug },
        now,
      })

      return number
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('complaint_already_open') : error
  }
}

/**
 * Takes a complaint back that nobody has taken up yet; does nothing when that was done before.
 * @throws DomainError complaint_not_found | complaint_state_changed when somebody looks into it already
 */
export async function withdrawComplaint(number: number, participantId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.complaint.updateMany({
      where: { number, participantId, state: 'received' },
      data: { state: 'withdrawn', withdrawnAt: now, openKey: null },
    })
    if (count === 0) {
      const row = await tx.complaint.findFirst({ where: { number, participantId }, select: { state: true } })
      if (!row) throw new DomainError('complaint_not_found')
      if (row.state === 'withdrawn') return
      throw new DomainError('complaint_state_changed', { state: row.state })
    }
    await recordAudit(tx, {
      actorId: participantId,
      action: 'complaint.withdraw',
      subject: `complaint:${number}`,
      details: {},
      now,
    })
  })
}

type EndedAttempt = {
  attempt: AttemptWithPaper
  round: Round
  window: ComplaintWindow | null
  contest: { complaintWindowHours: number; complaintAnswerDays: number }
}

async function requireEndedAttempt(attemptId: string, participantId: string): Promise<EndedAttempt> {
  const attempt = await findOwnAttempt(attemptId, participantId)
  if (!attempt?.endedAt) throw new DomainError('attempt_not_found')
  const { contest, ...row } = await db.round.findUniqueOrThrow({
    where: { id: attempt.roundId },
    include: { contest: { select: { complaintWindowHours: true, complaintAnswerDays: true } } },
  })
  const round = parseRound(row)

  return {
    attempt,
    round,
    contest,
    window: complaintWindowOf({
      roundKind: round.kind,
      attemptEndedAt: attempt.endedAt,
      roundClosesAt: round.closesAt,
      windowHours: contest.complaintWindowHours,
      // Rounds have no official state yet; its window's end goes in here.
      officialWindowEndsAt: null,
    }),
  }
}

/** The question at a position of the own paper, if the release shows it (core/rounds/release.ts). */
async function questionOf(
  attempt: AttemptWithPaper,
  round: Round,
  position: number,
  now: Date,
): Promise<{ versionId: string; citations: string[] }> {
  const versionId = attempt.positions[position - 1]?.versionId
  if (!versionId || !isReleased(releaseOf(round, now), 'marks'))
    throw new DomainError('complaint_subject_hidden')
  const keys = await getVersionKeys([versionId])

  return { versionId, citations: keys.get(versionId)?.citations ?? [] }
}

/** Normalized line by line: a complaint has paragraphs. */
function normalizeLines(text: string): string {
  return text.split(/\r?\n/).map(normalizeText).join('\n').trim()
}
