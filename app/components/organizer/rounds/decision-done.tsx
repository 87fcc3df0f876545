import { useEffect, useRef } from 'react'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../../ui/alert.tsx'

/** Confirms a decision. Takes the focus, so that the news is read out and the keyboard goes on from here. */
export function DecisionDone({ done }: { done: 'extended' | 'closed' }) {
  const t = useT(organizer)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [done])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">{t(done)}</Alert>
    </div>
  )
}
