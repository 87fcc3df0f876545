import type { Capability } from '#app/core/people/capabilities.ts'

/** The way of a version to approval; only approved ones are drawn. */
export const VERSION_STATES = ['draft', 'submitted', 'approved', 'rejected'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** What staff do with questions, one or many at once. */
export const QUESTION_ACTIONS = [
  'submit',
  'withdraw',
  'approve',
  'reject',
  'retire',
  'restore',
  'flag',
  'unflag',
  'reflag',
] as const
export type QuestionActionKind = (typeof QUESTION_ACTIONS)[number]

/** What decides whether an action is possible; the state and author are of the newest version. */
export type QuestionFacts = {
  state: VersionState
  /** Null: loaded by the operator's command. */
  authorId: string | null
  isRetired: boolean
  isFlagged: boolean
  /** Whether the flag that people raise by hand is up. */
  isFlaggedByHand: boolean
  /** Whether it lacks what an approval needs: core/questions/question-content, lackingOf. */
  isIncomplete: boolean
}

/** Why an action leaves a question as it is; keys of the translation files. */
export type ActionRefusal =
  | 'not_found'
  | 'is_retired'
  | 'not_retired'
  | 'not_draft'
  | 'not_submitted'
  | 'own_question'
  | 'incomplete'
  | 'already_flagged'
  | 'not_flagged'

/**
 * Whether somebody may do this to a question now. Two persons stand behind each approval: who wrote the version neither
 * approves nor rejects it.
 * @returns null when it is possible
 */
export function actionRefusal(
  kind: QuestionActionKind,
  facts: QuestionFacts,
  actorId: string,
): ActionRefusal | null {
  switch (kind) {
    case 'submit':
      if (facts.isRetired) return 'is_retired'

      if (facts.state !== 'draft' && facts.state !== 'rejected') return 'not_draft'

      return facts.isIncomplete ? 'incomplete' : null
    case 'withdraw':
      return facts.state === 'submitted' ? null : 'not_submitted'
    case 'approve':
    case 'reject':
      if (facts.isRetired) return 'is_retired'
      if (facts.state !== 'submitted') return 'not_submitted'
      if (facts.authorId === actorId) return 'own_question'

      return kind === 'approve' && facts.isIncomplete ? 'incomplete' : null
    case 'retire':
      return facts.isRetired ? 'is_retired' : null
    case 'restore':
      return facts.isRetired ? null : 'not_retired'
    case 'flag':
      return facts.isFlaggedByHand ? 'already_flagged' : null
    case 'unflag':
      return facts.isFlagged ? null : 'not_flagged'
    case 'reflag':
      return facts.isFlagged ? 'already_flagged' : null
    default:
      return kind satisfies never
  }
}

/** Who may do it: somebody with one of these capabilities. What lets questions into papers is the approvers' to do. */
export function capabilitiesFor(kind: QuestionActionKind): readonly Capability[] {
  switch (kind) {
    case 'submit':
    case 'withdraw':
      return ['questions.write']
    case 'flag':
      return ['questions.write', 'questions.approve']
    case 'approve':
    case 'reject':
    case 'retire':
    case 'restore':
    case 'unflag':
    case 'reflag':
      return ['questions.approve']
    default:
      return kind satisfies never
  }
}

/** The action that takes another one back; null where nothing does. An approval stands: what it let in is retired. */
export function undoOf(kind: QuestionActionKind): QuestionActionKind | null {
  switch (kind) {
    case 'submit':
      return 'withdraw'
    case 'withdraw':
      return 'submit'
    case 'retire':
      return 'restore'
    case 'restore':
      return 'retire'
    case 'flag':
      return 'unflag'
    case 'unflag':
      return 'reflag'
    case 'approve':
    case 'reject':
    case 'reflag':
      return null
    default:
      return kind satisfies never
  }
}
