import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '../http/paths.ts'

const CHECK_EVERY_MS = 1_000
/** A page from a shared cache may be a moment old: it is asked for again until it shows the change. */
const RETRY_EVERY_MS = 3_000
/** Pages left open by thousands before an opening don't all come in the same second. */
const SPREAD_MS = 2_000

/**
 * Loads the page's data anew when something is due (a round opens or closes), and when the page is seen again after
 * the device slept. Counted with the monotonic clock.
 * @param dueInMs null when nothing is due
 */
export function useReloadWhenDue(dueInMs: number | null): void {
  const { revalidate } = useRevalidator()

  useEffect(() => {
    const dueAtMs = performance.now() + (dueInMs ?? Infinity) + Math.random() * SPREAD_MS
    let triedAtMs = -Infinity
    let isGone = false
    const reload = async (): Promise<void> => {
      triedAtMs = performance.now()
      const isReady = await isServerReady()
      if (isReady && !isGone) revalidate()
    }
    const check = (): void => {
      const nowMs = performance.now()
      if (nowMs >= dueAtMs && nowMs - triedAtMs >= RETRY_EVERY_MS) void reload()
    }
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible') void reload()
    }
    const timer = setInterval(check, CHECK_EVERY_MS)
    document.addEventListener('visibilitychange', lookAgain)

    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [dueInMs, revalidate])
}

/** Asked first: a reload that fails would put an error page in the place of a page that is merely a little old. */
async function isServerReady(): Promise<boolean> {
  const answer = await fetch(paths.readiness, { signal: AbortSignal.timeout(RETRY_EVERY_MS) }).catch(
    () => null,
  )

  return answer?.ok ?? false
}
