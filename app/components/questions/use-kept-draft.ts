import { useEffect, useRef, useState } from 'react'
import { QuestionDraftSchema } from '#app/core/questions/question-draft.ts'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import { forgetKept, keep, readKept } from './kept-form.ts'
import type { FormOwner } from './kept-form.ts'

type KeptDraft = FormOwner & {
  /** Names this form among those kept in the tab. */
  keptKey: string
  initial: QuestionDraft
  /** Given back with a refusal. */
  returned: QuestionDraft | null
}

/**
 * The typed values of a form, kept in this tab (kept-form.ts). What a refused form gave back counts before what was kept,
 * and that before what is stored.
 */
export function useKeptDraft({ keptKey, ownerId, basedOn, initial, returned }: KeptDraft) {
  const [draft, setWhole] = useState(returned ?? initial)
  const [restored, setRestored] = useState<{ basedOn: number | null } | null>(null)
  const lastReturned = useRef(returned)
  // Restored words stand on what their author had read; after a refusal somebody has been told of the newer version.
  const standsOn = restored && !returned ? restored.basedOn : basedOn

  // After the first render, which must look as the server's did.
  useEffect(() => {
    const kept = readKept(keptKey, ownerId)
    const values = QuestionDraftSchema.safeParse(kept?.values).data
    if (!values || lastReturned.current || JSON.stringify(values) === JSON.stringify(initial)) return
    setWhole(values)
    setRestored({ basedOn: typeof kept?.basedOn === 'number' ? kept.basedOn : null })
    // Only when the page opens.
  }, [])

  useEffect(() => {
    if (!returned || returned === lastReturned.current) return
    lastReturned.current = returned
    setWhole(returned)
  }, [returned])

  const setDraft = (change: Partial<QuestionDraft>) => {
    const next = { ...draft, ...change }
    setWhole(next)
    keep(keptKey, { ownerId, basedOn: standsOn }, next)
  }
  const discard = () => {
    forgetKept(keptKey)
    setWhole(initial)
    setRestored(null)
  }

  return { draft, setDraft, isRestored: restored !== null, standsOn, discard }
}
