import { z } from 'zod'

/**
 * A login name is a Vietnamese mobile number or an account name. Numbers are stored in national form (0912345678)
 * however they were typed (+84 912 345 678, 0912.345.678); account names in lower case.
 */
export const LoginNameSchema = z.string().transform((input, context) => {
  const loginName = parseLoginName(input)
  if (loginName === null) {
    context.addIssue({ code: 'custom', message: 'login_name_invalid' })

    return z.NEVER
  }

  return loginName
})

const MOBILE_NUMBER = /^0[35789]\d{8}$/
const ACCOUNT_NAME = /^[a-z][a-z0-9._-]{3,31}$/

/** The stored form of a typed login name, or null when it is neither a mobile number nor an account name. */
export function parseLoginName(input: string): string | null {
  const compact = input.normalize('NFC').trim().toLowerCase()
  const digits = compact.replace(/[\s.()-]/g, '').replace(/^(\+?84)(?=[35789]\d{8}$)/, '0')
  if (MOBILE_NUMBER.test(digits)) return digits

  return ACCOUNT_NAME.test(compact) ? compact : null
}
