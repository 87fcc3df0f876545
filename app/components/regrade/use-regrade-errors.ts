import { regrade } from '#app/i18n/messages/regrade.ts'
import type { RegradeText } from '#app/i18n/messages/regrade.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { FormAnswer } from '../organizer/form-answer.ts'

/** The sentence for a field's refusal, or null. */
export function useRegradeErrors(answer: FormAnswer | null): (field: string) => string | null {
  const t = useT(regrade)

  return (field) => {
    const key = answer?.errors[field]

    return key ? t(key as RegradeText, { word: t('confirmWord') }) : null
  }
}
