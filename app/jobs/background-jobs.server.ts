import { refreshBoardIndexes } from '../services/board-index.server.ts'
import { OVERDUE_BATCH, countOverdueAttempts } from '../services/end-attempt.server.ts'
import { settleRounds } from '../services/settle-rounds.server.ts'

/** How often overdue attempts are counted: with the grace, nobody waits more than a few seconds for a result. */
const TICK_MS = 1_000

export type BackgroundJobs = {
  /** Resolves when the tick that is under way has finished; none follows. */
  stop: () => Promise<void>
}

/**
 * Counts attempts whose time is over, settles finished rounds and keeps places on large boards quick to count. Every process runs it: both use cases are safe
 * to run twice and at the same time, so there is no leader to elect and none to lose.
 * @param onError told about a failed tick; the next one tries again
 */
export function startBackgroundJobs(onError: (error: unknown) => void): BackgroundJobs {
  let timer: NodeJS.Timeout | undefined
  let tick: Promise<void> = Promise.resolve()
  let isStopped = false

  const schedule = (): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      tick = runTick().catch(onError).finally(schedule)
    }, TICK_MS)
  }
  schedule()

  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await tick
    },
  }
}

async function runTick(): Promise<void> {
  let counted: number
  do counted = await countOverdueAttempts(new Date())
  while (counted === OVERDUE_BATCH)
  await settleRounds(new Date())
  await refreshBoardIndexes()
}
