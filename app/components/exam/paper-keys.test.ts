import { expect, test } from 'vitest'
import { commandOf, optionLetter } from './paper-keys.ts'
import type { KeyPress } from './paper-keys.ts'

function press(key: string, overrides: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    hasModifier: false,
    isComposing: false,
    target: 'other',
    isAtTop: false,
    isAtBottom: false,
    ...overrides,
  }
}

test.each([
  ['1', 0],
  ['4', 3],
  ['a', 0],
  ['D', 3],
])('%s chooses option number %i', (key, optionIndex) => {
  expect(commandOf(press(key), 4, true)).toEqual({ kind: 'pick', optionIndex })
})

test.each(['5', '0', 'e', 'z', ' ', 'Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'đ'])(
  '%s is left to the browser on a question with four options',
  (key) => {
    expect(commandOf(press(key), 4, true)).toBeNull()
  },
)

test('F flags, also on a question with a sixth option', () => {
  expect(commandOf(press('f'), 9, true)).toEqual({ kind: 'flag' })
  expect(commandOf(press('6'), 9, true)).toEqual({ kind: 'pick', optionIndex: 5 })
})

test('left and right turn the page, also from a radio button', () => {
  expect(commandOf(press('ArrowLeft'), 4, true)).toEqual({ kind: 'previous' })
  expect(commandOf(press('ArrowRight', { target: 'choice' }), 4, true)).toEqual({ kind: 'next' })
})

test('PageDown scrolls until the end of the page and then turns it; PageUp likewise', () => {
  expect(commandOf(press('PageDown'), 4, true)).toBeNull()
  expect(commandOf(press('PageDown', { isAtBottom: true }), 4, true)).toEqual({ kind: 'next' })
  expect(commandOf(press('PageUp', { isAtBottom: true }), 4, true)).toBeNull()
  expect(commandOf(press('PageUp', { isAtTop: true }), 4, true)).toEqual({ kind: 'previous' })
})

test.each(['1', 'a', 'f', 'ArrowLeft', 'PageDown'])('%s in a text field writes there', (key) => {
  expect(commandOf(press(key, { target: 'text', isAtBottom: true }), 4, true)).toBeNull()
})

test('keys with a modifier and text being composed are left alone', () => {
  expect(commandOf(press('a', { hasModifier: true }), 4, true)).toBeNull()
  expect(commandOf(press('ArrowLeft', { hasModifier: true }), 4, true)).toBeNull()
  expect(commandOf(press('a', { isComposing: true }), 4, true)).toBeNull()
})

test('single-character keys can be switched off; the arrows stay', () => {
  expect(commandOf(press('1'), 4, false)).toBeNull()
  expect(commandOf(press('f'), 4, false)).toBeNull()
  expect(commandOf(press('ArrowRight'), 4, false)).toEqual({ kind: 'next' })
})

test('options are lettered from A', () => {
  expect([0, 3, 5].map(optionLetter)).toEqual(['A', 'D', 'F'])
})
