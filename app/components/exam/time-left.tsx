import { Timer } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import type { BrowserExam } from './browser-exam.ts'
import { formatTimeLeft } from './exam-clock.ts'

const SECOND_MS = 1_000
const HURRY_SECONDS = 300
const LAST_SECONDS = 60

/** The running clock, the only part of the page that changes every second. Read on demand, never announced. */
export function TimeLeft({
  exam,
  initialMs,
  className,
}: {
  exam: BrowserExam
  initialMs: number
  className?: string
}) {
  const t = useT(messages)
  const seconds = useSyncExternalStore(exam.subscribe, exam.secondsLeft, () =>
    Math.ceil(initialMs / SECOND_MS),
  )

  return (
    <p
      className={classNames(
        '-mx-2 flex items-center gap-2 rounded-md px-2',
        seconds <= HURRY_SECONDS && seconds > LAST_SECONDS && 'bg-warn-soft text-warn',
        seconds <= LAST_SECONDS && 'bg-bad-soft text-bad',
        className,
      )}
    >
      <Timer aria-hidden="true" className="size-5 shrink-0 @max-[13em]:hidden" />
      <span aria-hidden="true" className="text-sm @max-[19em]:hidden">
        {t('timeLeft')}
      </span>
      <span
        role="timer"
        aria-label={t('timeLeftLabel')}
        className="tabular min-w-[5ch] text-xl font-semibold"
      >
        {formatTimeLeft(seconds * SECOND_MS)}
      </span>
    </p>
  )
}
