import { expect, test } from 'vitest'
import type { QuestionContent } from '#app/core/questions/question-content.ts'
import type { StaffVersion } from '#app/services/questions/question-views.server.ts'
import { diffVersions } from '#app/services/questions/version-diff.server.ts'
import { makeContent } from '../factories/bank.ts'

const content = makeContent({ stem: 'Danh hiệu nào được xét hằng năm?', citations: ['D21.1'] })

function versionOf(change: Partial<QuestionContent>): StaffVersion {
  return {
    version: 1,
    content: { ...content, ...change },
    topicTitle: 'Chuyên đề chung',
    state: 'draft',
    createdAt: new Date(0),
    author: null,
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
  }
}

function wordsOf(change: Partial<QuestionContent>): string[] {
  const marks = { same: '', removed: '-', added: '+' } as const

  return diffVersions(versionOf({}), versionOf(change)).map(({ parts }) =>
    parts.map(({ kind, text }) => marks[kind] + text).join('|'),
  )
}

test('a changed word is shown among those that stayed', () => {
  expect(wordsOf({ stem: 'Danh hiệu nào được xét ba năm một lần?' })[0]).toMatch(/^Danh hiệu nào được xét \|/)
})

test('of a text with hardly a word in common the old one is shown whole, and then the new one', () => {
  expect(wordsOf({ stem: 'Theo khoản 2 Điều 33, luật liệt kê bao nhiêu loại huân chương?' })).toEqual([
    '-Danh hiệu nào được xét hằng năm?|\n|+Theo khoản 2 Điều 33, luật liệt kê bao nhiêu loại huân chương?',
  ])
  expect(wordsOf({ key: [0] })).toEqual(['-B| |+A'])
})

test('citations and days are written as people write them', () => {
  expect(wordsOf({ citations: ['D21.1', 'D33.2.c'] })).toEqual(['khoản 1 Điều 21|+; điểm c khoản 2 Điều 33'])
  expect(wordsOf({ validFrom: '2026-10-01' }).join()).toContain('01/10/2026')
})
