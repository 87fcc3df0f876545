import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { SESSION_IDLE_MS } from '../../core/people/session-times.ts'
import { paths } from '../../http/paths.ts'

const REFRESH_EVERY_MS = 5_000
/** A server that takes longer for its shortest answer is not asked for a page. */
const ANSWER_WITHIN_MS = 5_000

/** `off` without scripts; `paused` when nobody has touched the page for as long as a session may idle. */
export type RefreshState = 'off' | 'running' | 'offline' | 'paused'

/**
 * Loads the page's data anew every few seconds while somebody can see it, and at once when it is seen again.
 * The server is asked first whether it can answer: a failed reload would put an error page in the place of numbers
 * that are merely a little old. A page left alone stops, so that it does not keep its session alive for ever.
 */
export function useAutoRefresh(everyMs = REFRESH_EVERY_MS): RefreshState {
  const { revalidate } = useRevalidator()
  const [state, setState] = useState<RefreshState>('off')

  useEffect(() => {
    let lastTouchedMs = performance.now()
    let isAsking = false
    let isGone = false
    const noteTouch = (): void => void (lastTouchedMs = performance.now())

    const refresh = async (): Promise<void> => {
      if (isAsking || document.visibilityState === 'hidden') return
      if (performance.now() - lastTouchedMs > SESSION_IDLE_MS) return setState('paused')
      isAsking = true
      const isReady = await isServerReady()
      isAsking = false
      if (isGone) return
      setState(isReady ? 'running' : 'offline')
      if (isReady) revalidate()
    }
    const refreshNow = (): void => void refresh()

    setState('running')
    const timer = setInterval(refreshNow, everyMs)
    document.addEventListener('visibilitychange', refreshNow)
    document.addEventListener('pointerdown', noteTouch)
    document.addEventListener('keydown', noteTouch)

    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshNow)
      document.removeEventListener('pointerdown', noteTouch)
      document.removeEventListener('keydown', noteTouch)
    }
  }, [revalidate, everyMs])

  return state
}

async function isServerReady(): Promise<boolean> {
  const answer = await fetch(paths.readiness, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(
    () => null,
  )

  return answer?.ok ?? false
}
