import { units as unitTexts } from '#app/i18n/messages/units.ts'
import type { UnitsText } from '#app/i18n/messages/units.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { FormAnswer } from '../form-answer.ts'

/** The sentence for a field's refusal, or null. */
export function useUnitErrors(answer: FormAnswer | null): (field: string) => string | null {
  const t = useT(unitTexts)

  return (field) => {
    const key = answer?.errors[field]

    return key ? t(key as UnitsText, { word: t('mergeWord') }) : null
  }
}
