import { z } from 'zod'
import { ROLES, isStaff } from './capabilities.ts'
import { LoginNameSchema } from './login-name.ts'
import { FullNameSchema } from './registration.ts'

/** The roles that can be given, from most to least trusted. */
export const STAFF_ROLES = ROLES.filter(isStaff).reverse()

export const StaffRoleSchema = z.enum(STAFF_ROLES, { error: 'role_missing' })

/** The form that invites somebody to the staff. Messages are keys of the translation files. */
export const InvitationSchema = z.object({
  fullName: FullNameSchema,
  loginName: z
    .string({ error: 'login_name_missing' })
    .min(1, { error: 'login_name_missing', abort: true })
    .pipe(LoginNameSchema),
  role: StaffRoleSchema,
})
