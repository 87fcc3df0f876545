import { useId } from 'react'
import { live } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { MinuteCount } from '../../../../core/rounds/live-activity.ts'
import { Card } from '../../../ui/card.tsx'

const BAR_PITCH = 10
const BAR_WIDTH = 8
const HEIGHT = 90

/**
 * Sixty minutes as bars, drawn by the server with attributes: the policy of the page allows no inline styles. What it
 * says is told in words above and in a table below, for those who don't see it.
 */
export function MinuteChart({ title, minutes }: { title: string; minutes: readonly MinuteCount[] }) {
  const t = useT(live)
  const titleId = useId()
  const { number, time } = useFormatters()
  const total = minutes.reduce((sum, { count }) => sum + count, 0)
  const most = minutes.reduce((best, minute) => (minute.count > best.count ? minute : best), EMPTY)
  const scale = HEIGHT / Math.max(1, most.count)

  return (
    <Card className="grid content-start gap-3" aria-labelledby={titleId}>
      <h2 id={titleId} className="text-lg">
        {title}
      </h2>
      <p className="text-sm text-muted">
        {total === 0
          ? t('chartNothing')
          : t('chartSummary', {
              total: number(total),
              most: number(most.count),
              time: time(most.minuteAt),
            })}
      </p>
      <div aria-hidden="true">
        <svg
          viewBox={`0 0 ${minutes.length * BAR_PITCH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-28 w-full border-b border-edge"
        >
          {minutes.map(({ minuteAt, count }, index) => (
            <rect
              key={minuteAt.getTime()}
              x={index * BAR_PITCH + (BAR_PITCH - BAR_WIDTH) / 2}
              y={HEIGHT - count * scale}
              width={BAR_WIDTH}
              height={count * scale}
              className="fill-gold"
            >
              <title>{t('chartBar', { time: time(minuteAt), count: number(count) })}</title>
            </rect>
          ))}
        </svg>
        <div className="tabular flex justify-between pt-1 text-xs text-muted">
          {[minutes[0], minutes[Math.floor(minutes.length / 2)], minutes.at(-1)].map(
            (minute) => minute && <span key={minute.minuteAt.getTime()}>{time(minute.minuteAt)}</span>,
          )}
        </div>
      </div>
      {total > 0 && <MinuteTable title={title} minutes={minutes.filter(({ count }) => count > 0)} />}
    </Card>
  )
}

const EMPTY: MinuteCount = { minuteAt: new Date(0), count: 0 }

function MinuteTable({ title, minutes }: { title: string; minutes: readonly MinuteCount[] }) {
  const t = useT(live)
  const { number, time } = useFormatters()

  return (
    <details>
      <summary className="link inline-block cursor-pointer py-2 text-sm">
        {t('chartTable')}
        <span className="sr-only">: {title}</span>
      </summary>
      <table className="tabular w-full text-sm">
        <thead>
          <tr className="border-b-2 border-edge text-left text-muted">
            <th scope="col" className="py-1.5 font-semibold">
              {t('chartMinute')}
            </th>
            <th scope="col" className="py-1.5 text-right font-semibold">
              {t('chartCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {minutes.toReversed().map(({ minuteAt, count }) => (
            <tr key={minuteAt.getTime()} className="border-b border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                {time(minuteAt)}
              </th>
              <td className="py-1.5 text-right">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
