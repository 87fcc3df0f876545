import { expect, test } from 'vitest'
import { parseCitation } from './citation.ts'

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
