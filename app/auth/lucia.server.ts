import { Lucia, TimeSpan } from 'lucia'
import { getEnv } from '../config/env.server.ts'
import { SESSION_IDLE_MS } from '../core/people/session-times.ts'
import { luciaAdapter } from './lucia-adapter.server.ts'
import type { UserAttributes } from './lucia-adapter.server.ts'

const isHttps = /^https:/i.test(getEnv().PUBLIC_ORIGIN ?? '')

/** With its prefix a browser takes the cookie from this host alone: no other site of the domain can plant a session here. */
const COOKIE_NAME = isHttps ? '__Host-hoithi_session' : 'hoithi_session'

declare module 'lucia' {
  // Lucia learns our types only through this interface.
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: UserAttributes
  }
}

export const lucia = new Lucia(luciaAdapter, {
  sessionExpiresIn: new TimeSpan(SESSION_IDLE_MS, 'ms'),
  sessionCookie: {
    name: COOKIE_NAME,
    // SameSite=Lax as well: links from the portal and from messages arrive signed in, foreign forms do not.
    attributes: { sameSite: 'lax', path: '/', secure: isHttps },
  },
  getUserAttributes: (attributes) => attributes,
})

/**
 * The Set-Cookie value for a token. It lives as long as the browser is open: the idle time is the server's to count
 * (invariant 1), and on a shared office computer closing the browser must be enough. So it never needs to be renewed.
 */
export function sessionCookieOf(token: string): string {
  const cookie = lucia.createSessionCookie(token)
  cookie.attributes.maxAge = undefined

  return cookie.serialize()
}

/** The Set-Cookie value that makes the browser forget its session. */
export function blankSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize()
}

const TOKEN_IN_COOKIES = new RegExp(`(?:^|;\\s*)${COOKIE_NAME}=([a-z0-9]{20,64})(?:;|$)`)

/**
 * The token in a Cookie header. Lucia's own reader throws on a foreign cookie that is not valid percent-encoding, and
 * another application of the same domain must not be able to lock our users out.
 */
export function readSessionToken(cookieHeader: string | null): string | null {
  return (cookieHeader && TOKEN_IN_COOKIES.exec(cookieHeader)?.[1]) || null
}
