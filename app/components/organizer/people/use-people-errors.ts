import { people } from '#app/i18n/messages/people.ts'
import type { PeopleText } from '#app/i18n/messages/people.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { FormAnswer } from '../form-answer.ts'

/** The sentence for a field's refusal, or null. */
export function usePeopleErrors(answer: FormAnswer | null): (field: string) => string | null {
  const t = useT(people)

  return (field) => {
    const key = answer?.errors[field]

    return key ? t(key as PeopleText) : null
  }
}
