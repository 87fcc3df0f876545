import { useEffect, useRef } from 'react'

/** After a refused form, takes the reader to the first mistake. Put the ref on the form. */
export function useFocusFirstError(answer: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [answer])

  return form
}
