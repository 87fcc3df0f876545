import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Alert } from '../ui/alert.tsx'

/** Says what was just done and takes the focus there: a page that came by redirect announces nothing by itself. */
export function DoneNote({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  useEffect(() => place.current?.focus(), [key])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">{children}</Alert>
    </div>
  )
}
