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
  useEffect(() => {
    place.current?.focus()
    for (const key of keys) forgetKept(key)
    // Once, when the page comes from the form: later edits may be on their way in another tab.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">{t(saved === 'draft' ? 'savedDraft' : 'savedSubmitted')}</Alert>
    </div>
  )
}
