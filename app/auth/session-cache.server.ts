import type { LiveSession } from './session-user.ts'

/**
 * Every save asks who sends it, so a session once read is believed for this long without asking the database.
 * The price: after a sign-out or a password change in one process, another process may accept the old session, and
 * show the old name or role, for this long.
 */
const BELIEVED_FOR_MS = 10_000

/** Sessions in use within ten seconds; above it the oldest is forgotten, which costs one query. About 10 MB. */
const MAX_SESSIONS = 20_000

type Entry = { session: LiveSession; readAt: Date }

const entries = new Map<string, Entry>()
let clearings = 0

/** The session read a moment ago under this token hash; null when it must be asked of the database. */
export function recallSession(tokenHash: string, now: Date): LiveSession | null {
  const entry = entries.get(tokenHash)
  if (!entry) return null
  // Absolute: a wall clock set back must not keep an entry alive.
  if (Math.abs(now.getTime() - entry.readAt.getTime()) < BELIEVED_FOR_MS) return entry.session
  entries.delete(tokenHash)

  return null
}

/**
 * To be called before a session is read from the database. The returned function remembers what was read, unless
 * sessions were ended in the meantime: then it may be one of them.
 */
export function beginReading(tokenHash: string, readAt: Date): (session: LiveSession) => void {
  const clearingsBefore = clearings

  return (session) => {
    if (clearings !== clearingsBefore) return
    if (entries.size >= MAX_SESSIONS) entries.delete(entries.keys().next().value ?? '')
    entries.set(tokenHash, { session, readAt })
  }
}

/** To be called after a session was ended or changed in the database. */
export function forgetSession(tokenHash: string): void {
  clearings++
  entries.delete(tokenHash)
}

/** To be called after all sessions of a user were ended, or the user changed. */
export function forgetSessionsOf(userId: string): void {
  clearings++
  for (const [tokenHash, entry] of entries) {
    if (entry.session.user.id === userId) entries.delete(tokenHash)
  }
}
