import { useEffect, useState } from 'react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

const TICK_MS = 1_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Counts down from what the server said is left, by the monotonic clock: a wrong clock on the device changes nothing.
 * @param onEnd told once when nothing is left
 */
export function TimeLeft({ remainingMs, onEnd }: { remainingMs: number; onEnd?: () => void }) {
  const t = useT(contest)
  const { number } = useFormatters()
  const [leftMs, setLeftMs] = useState(remainingMs)

  useEffect(() => {
    const startedAtMs = performance.now()
    const timer = setInterval(() => {
      const left = Math.max(0, remainingMs - (performance.now() - startedAtMs))
      setLeftMs(left)
      if (left > 0) return
      clearInterval(timer)
      onEnd?.()
    }, TICK_MS)

    return () => clearInterval(timer)
  }, [remainingMs, onEnd])

  const days = Math.floor(leftMs / DAY_MS)
  const clock = [
    Math.floor((leftMs % DAY_MS) / HOUR_MS),
    Math.floor((leftMs % HOUR_MS) / 60_000),
    Math.floor((leftMs % 60_000) / 1_000),
  ]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
  const time = days > 0 ? t('daysAndClock', { days: number(days), clock }) : clock

  return (
    <span role="timer" className="tabular font-semibold">
      {t('timeLeft', { time })}
    </span>
  )
}
