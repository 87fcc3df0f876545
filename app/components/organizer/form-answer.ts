import { useNavigation } from '@remix-run/react'

/** What comes back when a form of the console was refused: where the mistakes are, and what was typed. */
export type FormAnswer = {
  /** Which form of the page. */
  intent: string
  /** Keys of the texts by field; `form` when it is about the whole. */
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
}

/** The answer to this form of the page, or null. */
export function answerTo(intent: string, answer: FormAnswer | undefined): FormAnswer | null {
  return answer?.intent === intent ? answer : null
}

/** Whether this form of the page is on its way. */
export function useIsSending(intent: string): boolean {
  return useNavigation().formData?.get('intent') === intent
}
