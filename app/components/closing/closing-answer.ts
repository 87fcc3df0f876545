import { useNavigation } from '@remix-run/react'
import { closing } from '#app/i18n/messages/closing.ts'
import type { ClosingText } from '#app/i18n/messages/closing.ts'
import { useT } from '#app/i18n/use-texts.ts'

/** What comes back when a form was refused: which one, where the mistakes are, and what was typed. */
export type ClosingAnswer = {
  intent: string
  /** Keys of the texts by field; `form` when it is about the whole. */
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

export type FormState = {
  /** The sentence for a field's refusal, or null. */
  errorOf: (field: string) => string | null
  typed: (field: string, before?: string) => string
  isRefused: boolean
  isPending: boolean
}

/** The state of one form of the page. @param word what must be typed to confirm */
export function useFormState(answer: ClosingAnswer | null, intent: string, word = ''): FormState {
  const t = useT(closing)
  const isPending = useNavigation().formData?.get('intent') === intent
  const own = answer?.intent === intent ? answer : null

  return {
    errorOf: (field) => {
      const key = own?.errors[field]

      return key ? t(key as ClosingText, { word }) : null
    },
    typed: (field, before = '') => own?.values[field] ?? before,
    isRefused: own !== null,
    isPending,
  }
}
