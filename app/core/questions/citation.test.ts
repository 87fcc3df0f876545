import { expect, test } from 'vitest'
import { formatCitations, provisionTitle, parseCitation } from './citation.ts'

test.each([
  ['D21', { article: '21', clause: null, point: null }],
  ['D21.1', { article: '21', clause: '1', point: null }],
  ['D44.1.đ', { article: '44', clause: '1', point: 'đ' }],
])('%s is read as article, clause and point', (id, parts) => {
  expect(parseCitation(id)).toEqual(parts)
})

test.each(['21', 'D', 'D21.a', 'D21.1.a.b', ''])('"%s" is no citation', (id) => {
  expect(parseCitation(id)).toBeNull()
})

test.each([
  [['D21.1.a'], 'điểm a khoản 1 Điều 21'],
  [['D44.1.đ'], 'điểm đ khoản 1 Điều 44'],
  [['D93.5'], 'khoản 5 Điều 93'],
  [['D55'], 'Điều 55'],
  [['D16.1.a', 'D16.1.b'], 'điểm a, điểm b khoản 1 Điều 16'],
  [['D17.1', 'D17.5'], 'khoản 1, khoản 5 Điều 17'],
  [['D16.1.a', 'D16.2.c'], 'điểm a khoản 1, điểm c khoản 2 Điều 16'],
  [['D33.2', 'D34.1.a'], 'khoản 2 Điều 33; điểm a khoản 1 Điều 34'],
  [['D55', 'D56.1'], 'Điều 55; khoản 1 Điều 56'],
])('%j is written as the law is cited', (ids, text) => {
  expect(formatCitations(ids, 'Luật Thi đua, khen thưởng số 06/2022/QH15')).toBe(
    `${text} Luật Thi đua, khen thưởng`,
  )
})

test('a law without a number keeps its name, and an id of another form is left as it stands', () => {
  expect(formatCitations(['D1'], 'Luật Thi đua, khen thưởng')).toBe('Điều 1 Luật Thi đua, khen thưởng')
  expect(formatCitations(['Phụ lục I'], 'Nghị định A')).toBe('Phụ lục I Nghị định A')
})

test('a provision alone is named from the smallest part to the largest', () => {
  expect(['D21', 'D21.1', 'D21.1.a', 'Phụ lục I'].map(provisionTitle)).toEqual([
    'Điều 21',
    'Khoản 1 Điều 21',
    'Điểm a khoản 1 Điều 21',
    'Phụ lục I',
  ])
})
