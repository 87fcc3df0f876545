/** PostgreSQL error codes the use cases react to; both Prisma's driver adapter and pg are understood. */
const UNIQUE_VIOLATION = '23505'
const DEADLOCK_DETECTED = '40P01'
const SERIALIZATION_FAILURE = '40001'
const QUERY_CANCELED = '57014'

export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => code === UNIQUE_VIOLATION || code === 'P2002')
}

/** Whether the same transaction may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  return codesOf(error).some(
    (code) => code === DEADLOCK_DETECTED || code === SERIALIZATION_FAILURE || code === 'P2034',
  )
}

/** Whether a statement was given up because it took too long. */
export function isQueryCanceled(error: unknown): boolean {
  return codesOf(error).includes(QUERY_CANCELED)
}

function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []

  return 'cause' in error ? [...own, ...codesOf(error.cause)] : own
}
