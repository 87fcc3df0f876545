import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { optionLetter } from '../exam/paper-keys.ts'
import { Badge } from '../ui/badge.tsx'
import type { ListedCorrection } from './regrade-data.ts'

/** One correction to read: which question, what is done about its key, why, by whom, and what that does. */
export function CorrectionItem({ correction }: { correction: ListedCorrection }) {
  const t = useT(regrade)
  const { dateTime, number } = useFormatters()
  const { code, stem, kind, options, reason, writtenBy, writtenAt, effect } = correction

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{t('questionCode', { code })}</span>
        <Badge tone="gold">{t(`kind_${kind}`)}</Badge>
      </div>
      <p>{stem}</p>
      {options.length > 0 && (
        <p className="border-l-4 border-gold pl-3">
          <span className="text-sm text-muted">{t(kind === 'new_key' ? 'optionsNew' : 'optionsAlso')}</span>
          {options.map(({ place, text }) => (
            <span key={place} className="block">
              <span className="font-semibold">{optionLetter(place)}.</span> {text}
            </span>
          ))}
        </p>
      )}
      <p>{t('because', { reason })}</p>
      {effect && (
        <p className="tabular font-semibold">
          {t('effect', { gained: number(effect.gained), lost: number(effect.lost) })}
        </p>
      )}
      <p className="tabular text-sm text-muted">{t('by', { name: writtenBy, time: dateTime(writtenAt) })}</p>
    </div>
  )
}
