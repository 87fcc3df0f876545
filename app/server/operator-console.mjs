/** What the operator sees while the application is prepared and started: one line a step, in Vietnamese. */

/** A failure the operator can repair. The same shape as OperatorError, for code that runs before TypeScript can. */
export class PrepareError extends Error {
  constructor(problem, remedy, options) {
    super(problem, options)
    this.name = 'PrepareError'
    this.remedy = remedy
  }
}

/** Steps that take longer than this say so while they run. */
const SLOW_MS = 1_000
const REMINDER_MS = 15_000

/** Runs a step and prints it with its duration; a slow one is announced and reports that it is still running. */
export async function step(label, work) {
  const startedAt = Date.now()
  const announce = setTimeout(() => console.log(`… ${label}`), SLOW_MS)
  const remind = setInterval(() => console.log(`  ${label}: ${formatSeconds(startedAt)}`), REMINDER_MS)
  try {
    const result = await work()
    const isSlow = Date.now() - startedAt >= SLOW_MS
    console.log(isSlow ? `✓ ${label} (${formatSeconds(startedAt)})` : `✓ ${label}`)
    return result
  } finally {
    clearTimeout(announce)
    clearInterval(remind)
  }
}

export function formatSeconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} giây`
}

/** Prints a failure with its way out; the stack only for those who ask for it. */
export function printFailure(error) {
  console.error(`\n✗ ${error.message}`)
  if (error.remedy) console.error(`  Cách xử lý: ${error.remedy}`)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  else if (!error.remedy) console.error('  Chạy lại với LOG_LEVEL=debug để xem chi tiết.')
}
