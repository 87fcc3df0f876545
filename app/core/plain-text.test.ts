import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textBlocksOf } from './plain-text.ts'

test('paragraphs, lists and numbered lists are told apart by how people type them', () => {
  expect(
    textBlocksOf(
      'Điều khoản chung:\ndòng hai\n\n- Tự làm bài\n- Không nhờ người khác\n1. Nộp đơn\r\n2) Chờ trả lời\n',
    ),
  ).toEqual([
    { kind: 'paragraph', lines: ['Điều khoản chung:', 'dòng hai'] },
    { kind: 'bullets', lines: ['Tự làm bài', 'Không nhờ người khác'] },
    { kind: 'numbers', lines: ['Nộp đơn', 'Chờ trả lời'] },
  ])
})

test('markup stays text', () => {
  expect(textBlocksOf('<b>đậm</b>')).toEqual([{ kind: 'paragraph', lines: ['<b>đậm</b>'] }])
})

test('a hyphen inside a word makes no list', () => {
  expect(textBlocksOf('-không cách')).toEqual([{ kind: 'paragraph', lines: ['-không cách'] }])
})

test('no word of a text is lost', () => {
  const word = fc.stringMatching(/^[a-zđ]{1,8}$/)
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constant('')), { maxLength: 20 }), (lines) => {
      expect(textBlocksOf(lines.join('\n')).flatMap((block) => block.lines)).toEqual(lines.filter(Boolean))
    }),
  )
})
