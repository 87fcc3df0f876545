import { useEffect, useRef } from 'react'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../../ui/alert.tsx'

/** Confirms what was done. Takes the focus, so that it is read out and the keyboard goes on from here. */
export function AnnouncementDone({ done }: { done: 'published' | 'saved' | 'withdrawn' }) {
  const t = useT(announcing)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [done])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">{t(done)}</Alert>
    </div>
  )
}
