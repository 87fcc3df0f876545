import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

/** Arrow up and down move from a row's box to the one of the next row. Put both on the element around the rows. */
export function useRowKeys<E extends HTMLElement = HTMLTableSectionElement>(selector: string) {
  const place = useRef<E>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const boxes = [...(place.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    const index = boxes.indexOf(event.target as HTMLElement)
    const next = boxes[index + (event.key === 'ArrowDown' ? 1 : -1)]
    if (index < 0 || !next) return
    event.preventDefault()
    next.focus()
  }

  return { ref: place, onKeyDown }
}
