/** What a participant can complain about: a question of the own paper, the own result, or the ranking of the round. */
export type ComplaintSubject = 'question' | 'result' | 'ranking'

export const COMPLAINT_VERDICTS = ['accepted', 'partly_accepted', 'rejected'] as const
export type ComplaintVerdict = (typeof COMPLAINT_VERDICTS)[number]

/** received → in_review → a verdict; withdrawn only while received. */
export type ComplaintState = 'received' | 'in_review' | ComplaintVerdict | 'withdrawn'

export function isOpenComplaint(state: ComplaintState): boolean {
  return state === 'received' || state === 'in_review'
}

export function isVerdict(state: ComplaintState): state is ComplaintVerdict {
  return COMPLAINT_VERDICTS.some((verdict) => verdict === state)
}

export const COMPLAINT_TEXT_MIN_LENGTH = 20
export const COMPLAINT_TEXT_MAX_LENGTH = 2_000
export const ANSWER_MAX_LENGTH = 4_000

/** What a complaint is about, as the form and the database name it: "ranking", "result" or "question:3" (position). */
export type ComplaintTarget =
  { subject: 'result' | 'ranking'; position: null } | { subject: 'question'; position: number }

/** @returns null for anything that is no target */
export function parseTarget(text: string): ComplaintTarget | null {
  if (text === 'result' || text === 'ranking') return { subject: text, position: null }
  const match = /^question:([1-9]\d{0,2})$/.exec(text)

  return match ? { subject: 'question', position: Number(match[1]) } : null
}

export function targetText(target: ComplaintTarget): string {
  return target.subject === 'question' ? `question:${target.position}` : target.subject
}

/**
 * The key whose uniqueness allows one open complaint per subject: a question version counts once for a person and
 * round however many attempts showed it, a result once per attempt, the ranking once per round.
 */
export function openKeyOf(complaint: {
  subject: ComplaintSubject
  participantId: string
  roundId: string
  attemptId: string
  questionVersionId: string | null
}): string {
  const { subject, participantId, roundId, attemptId, questionVersionId } = complaint
  switch (subject) {
    case 'question':
      return `question:${roundId}:${participantId}:${questionVersionId}`
    case 'result':
      return `result:${attemptId}`
    case 'ranking':
      return `ranking:${roundId}:${participantId}`
    default:
      return subject satisfies never
  }
}
