import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SLUG_MAX_LENGTH, isSlug, slugOf } from './slug.ts'

test('a Vietnamese title becomes an address without accents', () => {
  expect(slugOf('Đợt 1: Những quy định chung')).toBe('dot-1-nhung-quy-dinh-chung')
  expect(slugOf('  — Ôn tập / Huy chương — ')).toBe('on-tap-huy-chuong')
  expect(slugOf('???')).toBe('')
})

test('what a title suggests is an address, or empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
      const slug = slugOf(title)

      expect(slug === '' || slug === 'moi' || isSlug(slug)).toBe(true)
    }),
  )
})

test.each(['Dot-1', 'dot 1', 'đợt-1', '-dot', 'dot-', 'dot--1', '', 'moi', 'a'.repeat(SLUG_MAX_LENGTH + 1)])(
  '%j is no address',
  (text) => {
    expect(isSlug(text)).toBe(false)
  },
)
