import { expect, test } from 'vitest'
import { FullNameSchema, RegistrationSchema } from './registration.ts'

const form = {
  fullName: 'Nguyễn Thị Đào',
  loginName: '0912 345 678',
  unitId: 'unit-1',
  password: 'mật-mã-thử-nghiệm',
  consents: { processing: true },
}

test.each([
  'Nguyễn Văn An',
  'Y’Moan Êban',
  "H'Hen Niê",
  'Lê Thị Hồng-Nhung',
  'K. Sor',
  'An',
  'Ôn',
  '陳文平',
  'Lò Văn Ơ',
])('%s is a name', (name) => {
  expect(FullNameSchema.parse(name.normalize('NFD'))).toBe(name.normalize('NFC'))
})

test('a name is stored composed and with single spaces', () => {
  expect(FullNameSchema.parse('  Nguyễn \t Văn\u00a0An ')).toBe('Nguyễn Văn An')
})

test.each([
  [undefined, 'full_name_missing'],
  ['   ', 'full_name_missing'],
  ['Đ', 'full_name_too_short'],
  ['An '.repeat(30), 'full_name_too_long'],
  ['Nguyễn Văn An 2', 'full_name_invalid'],
  ['<b>An</b>', 'full_name_invalid'],
  ['-An', 'full_name_invalid'],
])('%j is no name', (name, message) => {
  expect(FullNameSchema.safeParse(name).error?.issues.map((issue) => issue.message)).toEqual([message])
})

test('the name stays unpublished unless its own box was ticked', () => {
  const parsed = RegistrationSchema.parse(form)

  expect(parsed.consents).toEqual({ processing: true, namePublication: false })
  expect(parsed.loginName).toBe('0912345678')
})

test.each([
  [
    'without the consent to data processing',
    { consents: { namePublication: true } },
    'consents.processing',
    'consent_missing',
  ],
  ['with the phone number as the password', { password: '0912345678' }, 'password', 'password_is_login_name'],
  ['without a login name', { loginName: undefined }, 'loginName', 'login_name_missing'],
  ['with half a phone number', { loginName: '0912' }, 'loginName', 'login_name_invalid'],
  ['without a unit', { unitId: '' }, 'unitId', 'unit_missing'],
  ['in a unit no list offers', { unitId: 'a\u0000' }, 'unitId', 'unit_unknown'],
])('there is no account %s', (_what, overrides, path, message) => {
  const issues = RegistrationSchema.safeParse({ ...form, ...overrides }).error?.issues

  expect(issues?.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, message]])
})
