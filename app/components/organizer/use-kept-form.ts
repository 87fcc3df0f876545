import { useEffect, useRef, useState } from 'react'

const PREFIX = 'hoi-thi:form:'
/** What was left in a tab longer than a working day is not what anybody is in the middle of. */
const KEPT_FOR_MS = 12 * 60 * 60_000

export type FormValues = Readonly<Record<string, string>>

type KeptForm = {
  /** Which form; the address of its page. */
  name: string
  /** Whose it is: somebody else who signs in in the same tab neither sees it nor leaves it there. */
  ownerId: string
  /** Of the saved copy that the form was made from; each save makes the next. */
  revision: number
  saved: FormValues
  /** Sent back with a refusal; null otherwise. */
  typed: FormValues | null
  /** Whether a save led to this page. */
  isJustSaved: boolean
  /** The form whose save leads to this one, such as that of a new round. */
  replaces: string
}

type Kept = { revision: number; keptAtMs: number; values: FormValues }

/**
 * A form that loses nothing to a reload or an ended session: what is typed stays in this tab's storage until it is
 * saved. Not in the lasting storage, which the next user of a shared computer would find.
 */
export function useKeptForm({ name, ownerId, revision, saved, typed, isJustSaved, replaces }: KeptForm) {
  const key = keyOf(ownerId, name)
  const replacedKey = keyOf(ownerId, replaces)
  const [values, setValues] = useState(typed ?? saved)
  const [restored, setRestored] = useState<Kept | null>(null)
  const hasLooked = useRef(false)
  const isDirty = !isSame(values, saved)

  useEffect(() => {
    if (hasLooked.current) {
      if (isDirty) keep(key, { revision: restored?.revision ?? revision, keptAtMs: Date.now(), values })
      else drop(key)

      return
    }
    hasLooked.current = true
    dropForms((other) => !other.startsWith(keyOf(ownerId, '')) || (isJustSaved && other === replacedKey))
    const kept = typed ? null : read(key)
    // Of a copy before the save that led here: that is what was saved.
    const isSaved = !kept || isSame(kept.values, saved) || (isJustSaved && kept.revision < revision)
    if (isSaved) return
    setValues(kept.values)
    setRestored(kept)
  }, [key, replacedKey, ownerId, isJustSaved, saved, typed, values, isDirty, revision, restored])

  return {
    values,
    setValue: (field: string, value: string) => setValues((before) => ({ ...before, [field]: value })),
    setMany: (changes: FormValues) => setValues((before) => ({ ...before, ...changes })),
    isDirty,
    /** The revision to save on: of the copy the typed text was made from, however often it was reloaded. */
    revision: restored?.revision ?? revision,
    restored: restored && (restored.revision === revision ? ('same' as const) : ('older' as const)),
    discard: () => {
      setValues(saved)
      setRestored(null)
    },
  }
}

function keyOf(ownerId: string, name: string): string {
  return `${PREFIX}${ownerId}:${name}`
}

function isSame(a: FormValues, b: FormValues): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (field) => (a[field] ?? '') === (b[field] ?? ''),
  )
}

/** Storage may be full or switched off: then there is simply nothing kept. */
function keep(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    drop(key)
  }
}

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null

    return kept && Date.now() - kept.keptAtMs < KEPT_FOR_MS ? kept : null
  } catch {
    return null
  }
}

function drop(key: string): void {
  dropForms((other) => other === key)
}

function dropForms(isMeant: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && isMeant(key)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
