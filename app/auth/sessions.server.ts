import { SESSION_IDLE_MS } from '../core/people/session-times.ts'
import { luciaAdapter } from './lucia-adapter.server.ts'
import { blankSessionCookie, lucia, readSessionToken, sessionCookieOf } from './lucia.server.ts'
import { beginReading, forgetSession, forgetSessionsOf, recallSession } from './session-cache.server.ts'
import type { LiveSession } from './session-user.ts'
import { hashToken } from './tokens.server.ts'

/** A Set-Cookie value for the response. */
export type SessionCookie = { cookie: string }

/** Opens a new session; the token is fresh each time, so one planted in the browser before is worth nothing. */
export async function signIn(userId: string): Promise<SessionCookie> {
  const { id: token } = await lucia.createSession(userId, {})

  return { cookie: sessionCookieOf(token) }
}

/** Ends the session of a request, if it has one. */
export async function signOut(request: Request): Promise<SessionCookie> {
  const token = readSessionToken(request.headers.get('Cookie'))
  if (token) {
    await lucia.invalidateSession(token)
    forgetSession(hashToken(token))
  }

  return { cookie: blankSessionCookie() }
}

/**
 * Who sends this request; null when nobody is signed in or the idle time has passed. Cheap enough for every save
 * (see session-cache.server.ts). A request in the second half of the idle time starts it anew; the browser's cookie
 * stays as it is, so no response has to carry anything.
 */
export async function getSession(cookieHeader: string | null, now: Date): Promise<LiveSession | null> {
  const token = readSessionToken(cookieHeader)
  if (!token) return null
  const tokenHash = hashToken(token)
  const recalled = recallSession(tokenHash, now)
  // When it was read, seconds ago, at least half of its idle time was left: it can't have ended since.
  if (recalled) return recalled

  const remember = beginReading(tokenHash, now)
  // Starts the idle time anew where it is due. Lucia asks the system clock, which is where `now` comes from.
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  const live = { user, expiresAt: session.expiresAt }
  // Who has yet to agree is asked about anew each time: the answer opens the contest at once, in every process.
  if (user.hasConsented || user.role !== 'participant') remember(live)

  return live
}

/**
 * The owner chose to stay signed in: the whole idle time starts anew.
 * @returns when the session ends now; null when it was too late.
 */
export async function touchSession(
  cookieHeader: string | null,
  now: Date,
): Promise<{ expiresAt: Date } | null> {
  const token = readSessionToken(cookieHeader)
  const session = await getSession(cookieHeader, now)
  if (!token || !session) return null
  const expiresAt = new Date(now.getTime() + SESSION_IDLE_MS)
  await luciaAdapter.updateSessionExpiration(token, expiresAt)
  forgetSession(hashToken(token))

  return { expiresAt }
}

/**
 * Ends every session of a user and gives the calling browser a new one. Its old token ends too: whoever copied it
 * is out as well.
 */
export async function endAllOtherSessions(userId: string): Promise<SessionCookie> {
  await endSessionsOf(userId)

  return signIn(userId)
}

/** Ends every session of somebody else, such as of an account that was just locked. */
export async function endSessionsOf(userId: string): Promise<void> {
  await lucia.invalidateUserSessions(userId)
  forgetSessionsOf(userId)
}

/** Removes what idle sessions leave behind. They are worth nothing already; this only saves space. */
export async function deleteExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions()
}
