import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { clockOf } from '../../core/attempts/clock-face.ts'
import { useRemainingMs } from './use-remaining-ms.ts'

type TimeLeftProps = { remainingMs: number; until: 'opening' | 'closing' }

/** A countdown beside the exact time, which is said elsewhere; it is read out only when somebody goes to it. */
export function TimeLeft({ remainingMs, until }: TimeLeftProps) {
  const t = useT(contest)
  const { number } = useFormatters()
  const { days, clock } = clockOf(useRemainingMs(remainingMs))

  return (
    <p className="grid gap-0.5">
      <span className="text-sm text-muted">{t(until === 'opening' ? 'opensIn' : 'closesIn')}</span>
      <span role="timer" aria-live="off" className="tabular text-xl font-semibold whitespace-nowrap">
        {days > 0 ? t('daysAndClock', { days: number(days), clock }) : clock}
      </span>
    </p>
  )
}
