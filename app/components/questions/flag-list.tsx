import { formatProvision } from '#app/core/questions/citation.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { useFlagReason } from './flag-reason.ts'

export type ShownFlag = {
  reason: string
  source: 'manual' | 'file' | 'amendment'
  raisedBy: { fullName: string } | null
  raisedAt: Date
  amendment: { provision: string; amendedOn: string } | null
}

/** Why a question must be reviewed before it is trusted again. */
export function FlagList({ flags }: { flags: readonly ShownFlag[] }) {
  const t = useT(questions)
  const { dateTime, date } = useFormatters()
  const reasonOf = useFlagReason()
  if (flags.length === 0) return null

  return (
    <Alert kind="warn" title={t('flagsTitle')}>
      <ul className="grid gap-2">
        {flags.map(({ reason, source, raisedBy, raisedAt, amendment }, index) => (
          <li key={index}>
            {amendment && (
              <>
                {t('flagByAmendment', {
                  provision: formatProvision(amendment.provision),
                  day: date(amendment.amendedOn),
                })}{' '}
              </>
            )}
            {reasonOf(reason)}
            <span className="tabular block text-sm text-muted">
              {t('flagRaised', {
                at: dateTime(raisedAt),
                name: source === 'file' || !raisedBy ? t('operator') : raisedBy.fullName,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
