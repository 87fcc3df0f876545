import { complaint } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLastDay } from './complaint-state.tsx'

type ComplaintSummaryProps = { summary: { open: number; nextDeadline: Date | null }; now: Date }

/** How many complaints wait, and until when the next one may. */
export function ComplaintSummary({ summary: { open, nextDeadline }, now }: ComplaintSummaryProps) {
  const t = useT(complaint)
  const { number } = useFormatters()
  const lastDay = useLastDay()

  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('summaryTitle')}</h2>
        {nextDeadline === null ? (
          <p className="text-muted">{t('summaryNone')}</p>
        ) : (
          <>
            <p className="font-semibold">{t('summaryOpen', { count: number(open) })}</p>
            {nextDeadline <= now ? (
              <Alert kind="warn">{t('summaryOverdue', { date: lastDay(nextDeadline) })}</Alert>
            ) : (
              <p className="text-muted">{t('summaryNext', { date: lastDay(nextDeadline) })}</p>
            )}
          </>
        )}
      </div>
      <LinkButton to={paths.complaints} look={open > 0 ? 'primary' : 'secondary'}>
        {t('summaryLink')}
      </LinkButton>
    </Card>
  )
}
