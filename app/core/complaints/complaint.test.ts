import { ComplaintAnswerSchema, ComplaintFormSchema } from './complaint-form.ts'
import { expect, test } from 'vitest'
import { isOpenComplaint, isVerdict, openKeyOf, parseTarget, targetText } from './complaint.ts'
import type { ComplaintState } from './complaint.ts'

const TEXT = 'Phương án B cũng đúng theo khoản 2.'

test.each(['result', 'ranking', 'question:3', 'question:200'])('“%s” is read as it is written', (text) => {
  const target = parseTarget(text)

  expect(target && targetText(target)).toBe(text)
})

test.each(['', 'question', 'question:0', 'question:-1', 'question:1e3', 'question:1000', 'Ranking'])(
  '“%s” is nothing to complain about',
  (text) => {
    expect(parseTarget(text)).toBeNull()
  },
)

test('a complaint says what it is about and why, within bounds', () => {
  expect(ComplaintFormSchema.parse({ target: 'question:3', text: `  ${TEXT} ` })).toEqual({
    target: { subject: 'question', position: 3 },
    text: TEXT,
  })
  const problems = (values: unknown) =>
    ComplaintFormSchema.safeParse(values).error?.issues.map(({ message }) => message)

  expect(problems({ target: '', text: 'ngắn' })).toEqual(['target_missing', 'text_too_short'])
  expect(problems({ target: 'result', text: 'a'.repeat(2_001) })).toEqual(['text_too_long'])
})

test('an answer has a verdict and a text', () => {
  const problems = (values: unknown) =>
    ComplaintAnswerSchema.safeParse(values).error?.issues.map(({ message }) => message)

  expect(problems({ verdict: 'accepted', answer: 'Chấp nhận.' })).toBeUndefined()
  expect(problems({ verdict: 'withdrawn', answer: ' ' })).toEqual(['verdict_missing', 'answer_missing'])
})

test('one question counts once for a person and round, whichever attempt showed it; results once per attempt', () => {
  const about = { participantId: 'p', roundId: 'r', questionVersionId: null }
  const key = (
    subject: 'question' | 'result' | 'ranking',
    attemptId: string,
    versionId: string | null = null,
  ) => openKeyOf({ ...about, subject, attemptId, questionVersionId: versionId })

  expect(key('question', 'a1', 'v1')).toBe(key('question', 'a2', 'v1'))
  expect(key('question', 'a1', 'v1')).not.toBe(key('question', 'a1', 'v2'))
  expect(key('ranking', 'a1')).toBe(key('ranking', 'a2'))
  expect(key('result', 'a1')).not.toBe(key('result', 'a2'))
})

test('a complaint is open, answered, or withdrawn', () => {
  const states: ComplaintState[] = [
    'received',
    'in_review',
    'accepted',
    'partly_accepted',
    'rejected',
    'withdrawn',
  ]

  expect(states.map((state) => [isOpenComplaint(state), isVerdict(state)])).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, true],
    [false, true],
    [false, false],
  ])
})
