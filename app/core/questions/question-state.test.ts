import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QUESTION_ACTIONS, VERSION_STATES, actionRefusal, undoOf } from './question-state.ts'
import type { QuestionFacts } from './question-state.ts'

const submitted: QuestionFacts = {
  isIncomplete: false,
  state: 'submitted',
  authorId: 'author',
  isRetired: false,
  isFlagged: false,
  isFlaggedByHand: false,
}
const anyFacts = fc.record({
  isIncomplete: fc.boolean(),
  state: fc.constantFrom(...VERSION_STATES),
  authorId: fc.constantFrom('author', 'other', null),
  isRetired: fc.boolean(),
  isFlagged: fc.boolean(),
  isFlaggedByHand: fc.boolean(),
})

test('another person approves or rejects what was submitted', () => {
  expect(actionRefusal('approve', submitted, 'other')).toBeNull()
  expect(actionRefusal('reject', submitted, 'other')).toBeNull()
})

test('whatever the state, nobody approves or rejects what they wrote themself', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom('approve' as const, 'reject' as const), (facts, kind) => {
      expect(actionRefusal(kind, { ...facts, authorId: 'author' }, 'author')).not.toBeNull()
    }),
  )
})

test('only what was submitted, lacks nothing and is not retired is approved', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const isAllowed = actionRefusal('approve', facts, 'somebody') === null
      expect(isAllowed).toBe(facts.state === 'submitted' && !facts.isRetired && !facts.isIncomplete)
    }),
  )
})

test('what lacks an explanation or a citation is not submitted, and can be given back', () => {
  expect(actionRefusal('submit', { ...submitted, state: 'draft', isIncomplete: true }, 'author')).toBe(
    'incomplete',
  )
  expect(actionRefusal('reject', { ...submitted, isIncomplete: true }, 'other')).toBeNull()
})

test('a rejected version is submitted again, an approved one is not', () => {
  expect(actionRefusal('submit', { ...submitted, state: 'rejected' }, 'author')).toBeNull()
  expect(actionRefusal('submit', { ...submitted, state: 'approved' }, 'author')).toBe('not_draft')
})

test('an action that can be taken back is taken back by another one; an approval stands', () => {
  expect(undoOf('approve')).toBeNull()
  for (const kind of QUESTION_ACTIONS) expect(QUESTION_ACTIONS.includes(undoOf(kind) ?? kind)).toBe(true)
})
