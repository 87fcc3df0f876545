import type { ReactNode } from 'react'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'

/** Always in sight at the foot of a long form: whether everything is saved, and the buttons that save. */
export function SaveBar({ state, children }: { state: string; children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-edge bg-surface px-4 py-3 shadow-card sm:mx-0 sm:rounded-t-lg sm:border-x sm:px-6">
      <p role="status" className="text-sm text-muted">
        {state}
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}

type KeptNoteProps = { text: string; discardLabel: string; onDiscard: () => void }

/** Says that the form shows what was typed before, not what is saved. */
export function KeptNote({ text, discardLabel, onDiscard }: KeptNoteProps) {
  return (
    <Alert kind="info" title={text}>
      <Button type="button" look="secondary" onClick={onDiscard} className="mt-2">
        {discardLabel}
      </Button>
    </Alert>
  )
}
