import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'

/** A flag's reason in words: files carry short names for reasons that come often. */
export function useFlagReason(): (reason: string) => string {
  const t = useT(questions)

  return (reason) => {
    if (reason === '') return t('reason_none')

    return reason === 'amended-2026' ? t('reason_amended-2026') : reason
  }
}
