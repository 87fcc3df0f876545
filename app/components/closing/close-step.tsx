import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import { Stat } from '../ui/stat.tsx'
import type { StepProps } from './step-props.ts'

/** The end of the round, and the numbers that were computed once at that moment. */
export function CloseStep({ view: { round, truth } }: StepProps) {
  const t = useT(closing)
  const locale = useLocale()
  const { dateTime, number } = useFormatters()
  const closesAt = dateTime(round.closesAt)
  if (!round.settledAt) {
    const text =
      round.phase === 'open'
        ? 'closeOpen'
        : round.phase === 'closed'
          ? 'closeCounting'
          : ('closeScheduled' as const)

    return <p>{t(text, { closesAt })}</p>
  }

  return (
    <div className="grid gap-5">
      <p>{t('closeDone', { settledAt: dateTime(round.settledAt) })}</p>
      {truth.facts && (
        <>
          <dl className="grid grid-cols-2 gap-5 sm:grid-cols-4">
            <Stat label={t('factPeople')} value={number(truth.facts.people)} />
            <Stat label={t('factAllRight')} value={number(truth.facts.peopleAllRight)} />
            <Stat label={t('factAttempts')} value={number(truth.facts.attempts)} />
            <Stat label={t('factExcluded')} value={number(truth.facts.excluded)} />
            {truth.kind && truth.value !== null && (
              <Stat label={t('factTruth')} value={formatPrediction(truth.kind, truth.value, locale)} />
            )}
          </dl>
          <p className="text-sm text-muted">{t('factAt', { time: dateTime(truth.facts.computedAt) })}</p>
        </>
      )}
    </div>
  )
}
