import { useNavigation } from '@remix-run/react'
import { organizer } from '#app/i18n/messages/organizer.ts'
import type { OrganizerText } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

export type DecisionIntent = 'extend' | 'close'

/** What comes back when a decision was refused: where the mistakes are, and what was typed. */
export type DecisionAnswer = {
  /** Keys of the texts by field; `form` when it is about the whole. */
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

/** The sentence for a field's refusal, or null. */
export function useDecisionErrors(answer: DecisionAnswer | null, closesAt: Date) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()

  return (field: string): string | null => {
    const key = answer?.errors[field]

    return key ? t(key as OrganizerText, { closesAt: dateTime(closesAt), word: t('closeWord') }) : null
  }
}

/** Whether this form of the page is on its way. */
export function useIsPending(intent: DecisionIntent): boolean {
  return useNavigation().formData?.get('intent') === intent
}
