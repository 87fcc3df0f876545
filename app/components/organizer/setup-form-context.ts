import { createContext, useContext } from 'react'

/** A long form of the console: what stands in it, and its mistakes in the reader's language. */
export type SetupFormState = {
  values: Readonly<Record<string, string>>
  errorOf: (field: string) => string | null
  setValue: (field: string, value: string) => void
  setMany: (changes: Readonly<Record<string, string>>) => void
}

const Context = createContext<SetupFormState | null>(null)

export const SetupFormProvider = Context.Provider

export function useSetupForm(): SetupFormState {
  const state = useContext(Context)
  if (!state) throw new Error('a field stands outside of its form')

  return state
}

/** Value and error of one field, and how it is changed; a ticked box is "on". */
export function useSetupField(field: string) {
  const { values, errorOf, setValue } = useSetupForm()

  return {
    value: values[field] ?? '',
    isTicked: values[field] === 'on',
    error: errorOf(field),
    set: (value: string) => setValue(field, value),
    tick: (isTicked: boolean) => setValue(field, isTicked ? 'on' : ''),
  }
}
