import { expect, test } from 'vitest'
import { PasswordSchema, passwordSchemaFor } from './password-rules.ts'

test.each([
  ['bảy ký tự', '1234abc', 'password_too_short'],
  ['more than 200 characters', 'ab'.repeat(101), 'password_too_long'],
  ['a password from the list of common ones', '12345678', 'password_too_common'],
  ['a common password in another case', 'MatKhau123', 'password_too_common'],
  ['one character again and again', 'ôôôôôôôôôô', 'password_too_common'],
  ['nothing at all', undefined, 'password_missing'],
])('%s is refused', (_what, password, message) => {
  expect(messagesOf(PasswordSchema.safeParse(password))).toEqual([message])
})

test('length is counted after composing accents', () => {
  const sevenLetters = 'ngườiấy'

  expect(messagesOf(PasswordSchema.safeParse(sevenLetters.normalize('NFD')))).toEqual(['password_too_short'])
})

test('a password keeps its spaces and is composed', () => {
  expect(PasswordSchema.parse(' Đường phố Huế '.normalize('NFD'))).toBe(' Đường phố Huế '.normalize('NFC'))
})

test.each([
  ['0912345678', '0912345678'],
  ['0912345678', '+84 912 345 678'],
  ['nguyen.an', 'Nguyen.An'],
])('the login name %s is no password, typed as %s either', (loginName, password) => {
  expect(messagesOf(passwordSchemaFor(loginName).safeParse(password))).toEqual(['password_is_login_name'])
})

test('a password that only contains the login name is allowed', () => {
  expect(passwordSchemaFor('nguyen.an').safeParse('nguyen.an ở Huế').success).toBe(true)
})

type Outcome = { error?: { issues: { message: string }[] } }

function messagesOf({ error }: Outcome): string[] {
  return error?.issues.map(({ message }) => message) ?? []
}
