import { data } from '@remix-run/node'
import { forgetSessionsOf } from '#app/auth/session-cache.server.ts'
import { endSessionsOf } from '#app/auth/sessions.server.ts'
import { createSignInLink } from '#app/auth/sign-in-links.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { InvitationSchema, StaffRoleSchema } from '#app/core/people/staff-form.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import {
  announceLink,
  changeStaffRole,
  inviteStaff,
  setStaffLock,
} from '#app/services/people/staff.server.ts'

/** Long enough to be read after a weekend, short enough to be useless when it is found later. */
const LINK_VALID_FOR_MS = 3 * 24 * 60 * 60_000

/** Refusals that are told above the list. */
const TOLD_ON_THE_PAGE: readonly DomainErrorCode[] = [
  'nothing_changed',
  'own_account',
  'last_administrator',
  'account_locked',
]

type Act = { form: FormData; actorId: string; origin: string; now: Date }

/** Does what a form of the staff page asks for. */
export async function actOnStaff({ form, actorId, origin, now }: Act) {
  const intent = textOf(form, 'intent')
  if (intent === 'invite') return invite({ form, actorId, origin, now })

  const userId = textOf(form, 'userId')
  const change = { userId, actorId, now }
  try {
    switch (intent) {
      case 'link':
        await announceLink(change)

        return data({ outcome: 'link' as const, userId, ...(await makeLink(userId, origin, now)) })
      case 'role': {
        const role = StaffRoleSchema.safeParse(textOf(form, 'role')).data
        if (!role) throw new DomainError('invalid_input')
        await changeStaffRole({ ...change, role })
        // What this process remembers of the person's sessions names the old role.
        forgetSessionsOf(userId)

        return data({ outcome: 'role' as const, userId })
      }
      case 'lock':
        await setStaffLock({ ...change, lock: 'locked' })
        await endSessionsOf(userId)

        return data({ outcome: 'locked' as const, userId })
      case 'unlock':
        await setStaffLock({ ...change, lock: 'unlocked' })

        return data({ outcome: 'unlocked' as const, userId })
      default:
        throw new DomainError('invalid_input')
    }
  } catch (error) {
    if (!(error instanceof DomainError) || !TOLD_ON_THE_PAGE.includes(error.code)) throw error

    return data({ outcome: 'refused' as const, error: error.code }, { status: statusOf(error.code) })
  }
}

async function invite({ form, actorId, origin, now }: Act) {
  const values = {
    fullName: textOf(form, 'fullName'),
    loginName: textOf(form, 'loginName'),
    role: textOf(form, 'role'),
  }
  const refuse = (errors: Readonly<Record<string, string>>, status: number) =>
    data({ outcome: 'invitation_refused' as const, errors, values }, { status })
  const parsed = InvitationSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error), 422)
  try {
    const userId = await inviteStaff({ ...parsed.data, actorId, now })

    return data({ outcome: 'link' as const, userId, ...(await makeLink(userId, origin, now)) })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'login_name_taken') throw error

    return refuse({ loginName: error.code }, statusOf(error.code))
  }
}

async function makeLink(userId: string, origin: string, now: Date) {
  const token = await createSignInLink({ userId, validForMs: LINK_VALID_FOR_MS, now })

  return {
    url: origin + paths.oneTimeSignIn(token),
    expiresAt: new Date(now.getTime() + LINK_VALID_FOR_MS),
  }
}
