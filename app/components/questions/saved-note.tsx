import { useEffect, useRef } from 'react'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { forgetKept } from './kept-form.ts'

type SavedNoteProps = {
  saved: 'draft' | 'submitted'
  /** Forms whose typed values are saved now and need not be kept. */
  keys: readonly string[]
}

/** Confirms what was saved. Takes the focus, so that it is read out and the keyboard goes on from here. */
export function SavedNote({ saved, keys }: SavedNoteProps) {
  const t = useT(questions)
  const place = useRef<HTMLDivElement>(null)
  const kept = keys.join(' ')
  useEffect(() => {
    place.current?.focus()
    for (const key of kept.split(' ')) forgetKept(key)
  }, [kept])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">{t(saved === 'draft' ? 'savedDraft' : 'savedSubmitted')}</Alert>
    </div>
  )
}
