import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

type Days = { validFrom: string | null; validTo: string | null }

/** The days on which a version says what the law says, in words. */
export function useValidity(): (days: Days) => string {
  const t = useT(questions)
  const { date } = useFormatters()

  return ({ validFrom, validTo }) => {
    if (validFrom && validTo) return t('validFromTo', { from: date(validFrom), to: date(validTo) })
    if (validFrom) return t('validFromOnly', { from: date(validFrom) })

    return validTo ? t('validToOnly', { to: date(validTo) }) : t('validAlways')
  }
}
