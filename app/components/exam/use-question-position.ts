import { useLocation, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { hashOf, positionOf } from './question-progress.ts'

/**
 * The question in view is in the URL's hash: the back button leads to the one before. When the page turns, the
 * heading takes the focus. The server knows no hash: until the page is ready the first question is in view.
 */
export function useQuestionPosition(
  total: number,
  isReady: boolean,
  heading: RefObject<HTMLElement>,
): [number, (position: number) => void] {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const shown = useRef<number | null>(null)
  const position = isReady ? positionOf(hash, total) : 1

  // A first entry without a hash would make the router load the page again on the way back to it.
  useEffect(() => {
    if (isReady && hash === '')
      void navigate({ hash: hashOf(1) }, { replace: true, preventScrollReset: true })
  }, [isReady, hash, navigate])

  useEffect(() => {
    if (!isReady) return
    const hasTurned = shown.current !== null && shown.current !== position
    shown.current = position
    if (!hasTurned) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [isReady, position, heading])

  const turnTo = useCallback(
    (wanted: number) => {
      const isOnPaper = wanted >= 1 && wanted <= total
      if (isOnPaper && wanted !== position)
        void navigate({ hash: hashOf(wanted) }, { preventScrollReset: true })
    },
    [navigate, position, total],
  )

  return [position, turnTo]
}
