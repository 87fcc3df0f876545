import { useCallback, useSyncExternalStore } from 'react'
import type { RefObject } from 'react'

/**
 * The value of a <select> that stays the one place where the choice is kept: what was chosen before the scripts ran, or
 * is brought back by the browser, is not lost.
 */
export function useSelectValue(
  select: RefObject<HTMLSelectElement>,
): [value: string, choose: (value: string) => void] {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const element = select.current
      element?.addEventListener('change', onChange)

      return () => element?.removeEventListener('change', onChange)
    },
    [select],
  )
  const value = useSyncExternalStore(
    subscribe,
    () => select.current?.value ?? '',
    () => '',
  )

  const choose = (next: string): void => {
    if (!select.current || select.current.value === next) return
    select.current.value = next
    select.current.dispatchEvent(new Event('change', { bubbles: true }))
  }

  return [value, choose]
}
