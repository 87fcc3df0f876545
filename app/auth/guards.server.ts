import { redirect } from '@remix-run/node'
import { can } from '../core/people/capabilities.ts'
import type { Capability } from '../core/people/capabilities.ts'
import { DomainError } from '../core/domain-error.ts'
import { getSession } from './sessions.server.ts'
import type { SessionUser } from './session-user.ts'

const SIGN_IN_PATH = '/dang-nhap'
const CONSENTS_PATH = '/tai-khoan/dong-y'

/** The signed-in person of a request, or null. */
export async function getUser(request: Request): Promise<SessionUser | null> {
  const session = await getSession(request.headers.get('Cookie'), new Date())

  return session?.user ?? null
}

/** @throws Response that leads to the sign-in page and, after it, back to where the request went. */
export async function requireUser(request: Request): Promise<SessionUser> {
  const user = await getUser(request)
  if (!user) throw redirect(withReturn(SIGN_IN_PATH, request))

  return user
}

/**
 * Somebody who may take part.
 * @throws Response to the sign-in page when nobody is signed in, to the consents when they were never asked for
 * @throws DomainError not_allowed also for staff: those who run a contest take no papers
 */
export async function requireParticipant(request: Request): Promise<SessionUser> {
  const user = await requireConsent(request)
  if (user.role !== 'participant') throw new DomainError('not_allowed')

  return user
}

/**
 * A signed-in person whose data may be processed: staff, and participants who agreed to it.
 * @throws Response to the sign-in page, or to the page that asks for the consents and leads on from there
 */
export async function requireConsent(request: Request): Promise<SessionUser> {
  const user = await requireUser(request)
  if (user.role === 'participant' && !user.hasConsented) throw redirect(withReturn(CONSENTS_PATH, request))

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

/** The address with the way back to where the request went. */
function withReturn(path: string, request: Request): string {
  const { pathname, search } = new URL(request.url)

  return `${path}?${new URLSearchParams({ tiep: pathname + search })}`
}
