import { ACTIVITY_SLOT_MS } from '../core/rounds/live-activity.ts'
import { reportActivity } from '../services/rounds/activity.server.ts'
import { makeRequestedSheets } from '../services/closing/anomaly-sheet.server.ts'
import { refreshBoardIndexes } from '../services/boards/board-index.server.ts'
import { OVERDUE_BATCH, countOverdueAttempts } from '../services/attempts/end-attempt.server.ts'
import { releaseCutOffDrafts, removeOldDrafts } from '../services/import-drafts.server.ts'
import { analyseDueRounds } from '../services/analysis/item-analysis-run.server.ts'
import { storeOfficialResults } from '../services/results/published-results.server.ts'
import { applyRegrades } from '../services/regrades/regrade-apply.server.ts'
import { previewRegrades } from '../services/regrades/regrade-preview.server.ts'
import { completeSettledRounds, settleRounds } from '../services/rounds/settle-rounds.server.ts'

/** How often overdue attempts are counted: with the grace, nobody waits more than a few seconds for a result. */
const COUNT_PAUSE_MS = 1_000

/** How often the work is looked for that nobody waits for in front of a screen. It has a rhythm of its own: it may take minutes. */
const ANALYSE_PAUSE_MS = 5_000

/** How often uploads are looked through: those cut off with a process, and those nobody came back to. */
const TIDY_PAUSE_MS = 60_000

/** A report is written a moment after its ten seconds are over, at another moment in each process. */
const REPORT_DELAY_MS = 500

export type BackgroundJobs = {
  /** Resolves when the work that is under way has finished; none follows. */
  stop: () => Promise<void>
}

/**
 * Counts attempts whose time is over, settles finished rounds, keeps places on large boards quick to count, reports what
 * this process did, tidies uploads up, and does the slow work that is due: analyses of questions, sheets of signals,
 * regrades, rounds settled by an earlier version, and the files of official results. Every process runs it: all use cases
 * are safe to run twice and at the same time, so there is no leader to elect and none to lose.
 * @param onError told about a failed run; the next one tries again
 */
export function startBackgroundJobs(onError: (error: unknown) => void): BackgroundJobs {
  const jobs = [
    repeat(() => COUNT_PAUSE_MS, countAndSettle, onError),
    repeat(() => COUNT_PAUSE_MS, refreshBoardIndexes, onError),
    repeat(() => ANALYSE_PAUSE_MS, doSlowWork, onError),
    repeat(() => COUNT_PAUSE_MS, regrade, onError),
    repeat(() => TIDY_PAUSE_MS, tidyUploads, onError),
    repeat(untilNextReportMs, () => reportActivity(new Date()), onError),
  ]

  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) }
}

/** Runs some work again and again, each time so long after the last run ended. */
function repeat(
  pauseMs: () => number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): BackgroundJobs {
  let timer: NodeJS.Timeout | undefined
  let run: Promise<unknown> = Promise.resolve()
  let isStopped = false

  const schedule = (): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      run = work().catch(onError).finally(schedule)
    }, pauseMs())
  }
  schedule()

  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await run
    },
  }
}

function untilNextReportMs(): number {
  return ACTIVITY_SLOT_MS - (Date.now() % ACTIVITY_SLOT_MS) + Math.random() * REPORT_DELAY_MS
}

/** An attempt that can't be counted is tried again and told about, but no other round waits for it. */
async function countAndSettle(): Promise<void> {
  try {
    let counted: number
    do counted = await countOverdueAttempts(new Date())
    while (counted === OVERDUE_BATCH)
  } finally {
    await settleRounds(new Date())
  }
}

/** With a rhythm of its own: somebody waits for it in front of a screen. */
async function regrade(): Promise<void> {
  await previewRegrades(new Date())
  await applyRegrades(new Date())
}

async function doSlowWork(): Promise<void> {
  await completeSettledRounds(new Date())
  await analyseDueRounds(new Date())
  await makeRequestedSheets(new Date())
  await storeOfficialResults(new Date())
}

async function tidyUploads(): Promise<void> {
  await releaseCutOffDrafts(new Date())
  await removeOldDrafts(new Date())
}
