import { z } from 'zod'
import { parseLoginName } from './login-name.ts'

export const PASSWORD_MIN_LENGTH = 8
export const PASSWORD_MAX_LENGTH = 200

/**
 * What a guesser tries first, in lower case: the top of the public lists of leaked passwords and what people type in
 * Vietnamese. Only entries long enough to pass the length rule; one repeated character is refused by a rule.
 */
const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  [
    '12345678 123456789 1234567890 0123456789 87654321 987654321 0987654321 12344321 12341234 11223344',
    '112233445566 123123123 123321123 147258369 66668888 68686868 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4',
    'qwertyui qwertyuiop qwerty12 qwerty123 asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcd1234 abc12345',
    'abc@1234 abc123456 a12345678 a123456789 aa123456 aa@123456 password password1 password123 passw0rd',
    'p@ssw0rd p@ssword admin123 admin@123 administrator welcome1 letmein1 iloveyou sunshine princess',
    'football computer anhyeuem emyeuanh yeuemnhieu tinhyeu1 matkhau1 matkhau12 matkhau123 matkhau@123',
    'vietnam1 vietnam123 vietnam@123 hanoi123 khongbiet khongnho congchuc thiduakhenthuong',
  ].flatMap((line) => line.split(' ')),
)

const ONE_REPEATED_CHARACTER = /^(.)\1*$/u

/** A new password in the form in which it is hashed (NFC). Messages are keys of the translation files. */
export const PasswordSchema = z
  .string({ error: 'password_missing' })
  .transform((password) => password.normalize('NFC'))
  .pipe(
    z
      .string()
      .min(PASSWORD_MIN_LENGTH, 'password_too_short')
      .max(PASSWORD_MAX_LENGTH, 'password_too_long')
      .refine((password) => !isCommonPassword(password), 'password_too_common'),
  )

/** The rules of a new password for an account whose login name is known. */
export function passwordSchemaFor(loginName: string) {
  return PasswordSchema.refine((password) => !repeatsLoginName(password, loginName), 'password_is_login_name')
}

/** Whether a password is the stored login name typed in any way that signs in: another case, +84 for the first 0. */
export function repeatsLoginName(password: string, loginName: string): boolean {
  return parseLoginName(password) === loginName
}

function isCommonPassword(password: string): boolean {
  return ONE_REPEATED_CHARACTER.test(password) || COMMON_PASSWORDS.has(password.toLowerCase())
}
