import { expect, test } from 'vitest'
import { LoginNameSchema, parseLoginName } from './login-name.ts'

test.each([
  ['0912345678', '0912345678'],
  ['0912 345 678', '0912345678'],
  ['0912.345.678', '0912345678'],
  ['0912-345-678', '0912345678'],
  ['(091) 2345678', '0912345678'],
  ['+84912345678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['  0912345678\n', '0912345678'],
  ['0312345678', '0312345678'],
  ['0512345678', '0512345678'],
  ['0712345678', '0712345678'],
  ['0812345678', '0812345678'],
  ['nguyen.an', 'nguyen.an'],
  ['Nguyen.An', 'nguyen.an'],
  ['an_2026', 'an_2026'],
  ['abcd', 'abcd'],
  ['a'.repeat(32), 'a'.repeat(32)],
])('"%s" is stored as %s', (typed, stored) => {
  expect(parseLoginName(typed)).toBe(stored)
  expect(parseLoginName(stored)).toBe(stored)
})

test.each([
  ['a land line', '02438251234'],
  ['a land line of ten digits', '0212345678'],
  ['too few digits', '091234567'],
  ['too many digits', '09123456789'],
  ['another country', '+1 912 345 6789'],
  ['digits only', '12345678'],
  ['three letters', 'abc'],
  ['33 letters', 'a'.repeat(33)],
  ['a digit in front', '1abcd'],
  ['a blank inside', 'nguyen an'],
  ['accents', 'nguyễn.an'],
  ['an e-mail address', 'an@example.vn'],
  ['full-width digits', '０９１２３４５６７８'],
  ['nothing', ''],
])('a login name is refused: %s', (_why, typed) => {
  expect(parseLoginName(typed)).toBeNull()
  expect(LoginNameSchema.safeParse(typed).error?.issues[0]?.message).toBe('login_name_invalid')
})

test('the schema hands on the stored form', () => {
  expect(LoginNameSchema.parse('+84 912 345 678')).toBe('0912345678')
})
