import { createFormatters } from '#app/i18n/formatters.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { setupLog } from '#app/i18n/messages/setup-log.ts'
import type { SetupLogText } from '#app/i18n/messages/setup-log.ts'

/** Something done to the set-up of a contest or round, as the audit log keeps it. */
export type SetupEvent = {
  step: Extract<SetupLogText, `contest.${string}` | `round.${string}`>
  title: string
  changes: { field: string; from: string; to: string }[]
  isComplete: boolean
  fingerprint: string
  source: string
  from: string
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/
/** Enough to tell two fingerprints apart; the whole one is on the page of the round. */
const SHOWN_DIGITS = 12

/** Practice has no fingerprint to tell of. */
const WITHOUT_FINGERPRINT: Partial<Record<SetupEvent['step'], SetupLogText>> = {
  'round.schedule': 'schedulePractice',
  'round.unschedule': 'unschedulePractice',
}

/** Set-up events as sentences, each change with what it was before. */
export function createSetupSentence(locale: Locale): (event: SetupEvent) => string {
  const t = translate(locale, setupLog)
  const { dateTime } = createFormatters(locale)
  const shown = (value: string): string => {
    if (value === '') return t('empty')

    return INSTANT.test(value) ? dateTime(value) : value
  }
  const changesText = ({ changes, isComplete }: SetupEvent): string => {
    if (!isComplete) return t('unfinished')
    if (changes.length === 0) return t('noChanges')

    return changes
      .map(({ field, from, to }) =>
        t('change', { field: t(`field_${field}` as SetupLogText), from: shown(from), to: shown(to) }),
      )
      .join('; ')
  }

  return (event) =>
    t(event.fingerprint === '' ? (WITHOUT_FINGERPRINT[event.step] ?? event.step) : event.step, {
      title: event.title,
      source: event.source,
      from: event.from,
      fingerprint: `${event.fingerprint.slice(0, SHOWN_DIGITS)}…`,
      changes: changesText(event),
    })
}
