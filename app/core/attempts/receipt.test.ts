import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RECEIPT_RANDOM_BYTES, formatReceiptCode, parseReceiptCode, receiptCodeFrom } from './receipt.ts'

const bytesArbitrary = fc.uint8Array({ minLength: RECEIPT_RANDOM_BYTES, maxLength: RECEIPT_RANDOM_BYTES })

test('a code has twelve letters that cannot be confused with one another', () => {
  fc.assert(
    fc.property(bytesArbitrary, (bytes) => {
      expect(receiptCodeFrom(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    }),
  )
})

test('a known row of bytes gives a known code', () => {
  expect(receiptCodeFrom(Uint8Array.from([0, 1, 9, 10, 17, 18, 20, 27, 31, 32, 255, 128]))).toBe(
    '019AHJMVZ0Z0',
  )
})

test('every letter of a code comes from one byte, evenly', () => {
  const first = Array.from(
    { length: 256 },
    (_, byte) => receiptCodeFrom(new Uint8Array(12).fill(byte))[0] ?? '',
  )
  const counts = Map.groupBy(first, (letter) => letter)

  expect(counts.size).toBe(32)
  for (const same of counts.values()) expect(same).toHaveLength(8)
})

test('a code is shown in groups of four and read back', () => {
  expect(formatReceiptCode('7K3M9P2QX4TB')).toBe('7K3M-9P2Q-X4TB')
  fc.assert(
    fc.property(bytesArbitrary, (bytes) => {
      const code = receiptCodeFrom(bytes)

      expect(parseReceiptCode(formatReceiptCode(code))).toBe(code)
    }),
  )
})

test.each([
  ['in lower case', '7k3m-9p2q-x4tb', '7K3M9P2QX4TB'],
  ['without hyphens', '7K3M9P2QX4TB', '7K3M9P2QX4TB'],
  ['with blanks', ' 7K3M 9P2Q X4TB\n', '7K3M9P2QX4TB'],
  ['with O for 0 and I and L for 1', 'OoIi-LlAB-CDEF', '001111ABCDEF'],
])('a code typed %s is understood', (_how, typed, code) => {
  expect(parseReceiptCode(typed)).toBe(code)
})

test.each([
  ['too short', '7K3M-9P2Q-X4T'],
  ['too long', '7K3M-9P2Q-X4TBB'],
  ['with a letter that codes do not have', '7K3M-9P2Q-X4TU'],
  ['with a mark', '7K3M-9P2Q-X4T!'],
  ['with an accent', '7K3M-9P2Q-X4TĐ'],
  ['empty', ''],
])('a code %s is none', (_what, typed) => {
  expect(parseReceiptCode(typed)).toBeNull()
})
