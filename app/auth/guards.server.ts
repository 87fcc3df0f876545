import { redirect } from '@remix-run/node'
import { can } from '../core/capabilities.ts'
import type { Capability } from '../core/capabilities.ts'
import { DomainError } from '../core/domain-error.ts'
import { getSession } from './sessions.server.ts'
import type { SessionUser } from './session-user.ts'

const SIGN_IN_PATH = '/dang-nhap'

/** The signed-in person of a request, or null. */
export async function getUser(request: Request): Promise<SessionUser | null> {
  const session = await getSession(request.headers.get('Cookie'), new Date())

  return session?.user ?? null
}

/** @throws Response that leads to the sign-in page and, after it, back to where the request went. */
export async function requireUser(request: Request): Promise<SessionUser> {
  const user = await getUser(request)
  if (!user) throw redirect(signInPathFor(request))

  return user
}

/**
 * @throws Response to the sign-in page when nobody is signed in
 * @throws DomainError not_allowed also for staff: those who run a contest take no papers
 */
export async function requireParticipant(request: Request): Promise<SessionUser> {
  const user = await requireUser(request)
  if (user.role !== 'participant') throw new DomainError('not_allowed')

  return user
}

/**
 * Somebody of the staff whose role may do this.
 * @throws Response to the sign-in page when nobody is signed in
 * @throws DomainError not_allowed
 */
export async function requireStaff(request: Request, capability: Capability): Promise<SessionUser> {
  const user = await requireUser(request)
  if (!can(user.role, capability)) throw new DomainError('not_allowed')

  return user
}

function signInPathFor(request: Request): string {
  const { pathname, search } = new URL(request.url)

  return `${SIGN_IN_PATH}?${new URLSearchParams({ tiep: pathname + search })}`
}
