import { useEffect, useRef, useState } from 'react'
import { QuestionDraftSchema } from '#app/core/question-draft.ts'
import type { QuestionDraft } from '#app/core/question-draft.ts'
import { forgetKept, keep, readKept } from './kept-form.ts'

/**
 * The typed values of a form, kept in this tab (kept-form.ts). What a refused form gave back counts before what was kept,
 * and that before what is stored.
 */
export function useKeptDraft(key: string, initial: QuestionDraft, returned: QuestionDraft | null) {
  const [draft, setWhole] = useState(returned ?? initial)
  const [isRestored, setRestored] = useState(false)
  const lastReturned = useRef(returned)

  // After the first render, which must look as the server's did.
  useEffect(() => {
    const kept = QuestionDraftSchema.safeParse(readKept(key)).data
    if (!kept || lastReturned.current || JSON.stringify(kept) === JSON.stringify(initial)) return
    setWhole(kept)
    setRestored(true)
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
    keep(key, next)
  }
  const discard = () => {
    forgetKept(key)
    setWhole(initial)
    setRestored(false)
  }

  return { draft, setDraft, isRestored, discard }
}
