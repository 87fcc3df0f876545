import { z } from 'zod'
import { LoginNameSchema } from './login-name.ts'
import { PasswordSchema, repeatsLoginName } from './password-rules.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

export const FULL_NAME_MIN_LENGTH = 2
export const FULL_NAME_MAX_LENGTH = 80

/**
 * Letters of any script with their marks, and what stands between them in names: Y’Moan Êban, Nguyễn-Lê, H. Ksor.
 * One word is enough: there are people with a single name.
 */
const FULL_NAME = /^\p{L}[\p{L}\p{M}'’.\-‐‑ ]*$/u

/** A full name in the one form in which it is stored. Messages are keys of the translation files. */
export const FullNameSchema = z
  .string({ error: 'full_name_missing' })
  .transform(normalizeText)
  .pipe(
    z
      .string()
      .min(1, { error: 'full_name_missing', abort: true })
      .min(FULL_NAME_MIN_LENGTH, 'full_name_too_short')
      .max(FULL_NAME_MAX_LENGTH, 'full_name_too_long')
      .regex(FULL_NAME, 'full_name_invalid'),
  )

/** The registration form of a participant. Messages are keys of the translation files. */
export const RegistrationSchema = z
  .object({
    fullName: FullNameSchema,
    loginName: z.string({ error: 'login_name_missing' }).pipe(LoginNameSchema),
    unitId: z
      .string({ error: 'unit_missing' })
      .min(1, { error: 'unit_missing', abort: true })
      .regex(/^[\w-]+$/, 'unit_unknown'),
    password: PasswordSchema,
    consents: z.object({
      /** Without it there is no account. */
      processing: z.literal(true, { error: 'consent_missing' }),
      /** Its own consent, unticked when the form opens (invariant 11). */
      namePublication: z.boolean().default(false),
    }),
  })
  .refine(({ loginName, password }) => !repeatsLoginName(password, loginName), {
    path: ['password'],
    error: 'password_is_login_name',
  })

/** A parsed registration form. */
export type Registration = z.output<typeof RegistrationSchema>
