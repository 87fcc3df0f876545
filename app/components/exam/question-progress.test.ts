import { expect, test } from 'vitest'
import { hashOf, positionOf } from './question-progress.ts'

test('the hash names the question', () => {
  expect(hashOf(7)).toBe('#cau-7')
  expect(positionOf('#cau-7', 10)).toBe(7)
})

test.each(['', '#cau-0', '#cau-11', '#cau-1.5', '#cau-', '#cau-x', '#7', '#khac'])(
  'the hash "%s" leads to the first of ten questions',
  (hash) => {
    expect(positionOf(hash, 10)).toBe(1)
  },
)
