/** A session ends when its owner did nothing for this long. */
export const SESSION_IDLE_MS = 30 * 60_000

/** The page warns this long before the session ends and offers to stay signed in. */
export const IDLE_WARNING_MS = 60_000
