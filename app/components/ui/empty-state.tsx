import type { ReactNode } from 'react'
import { Emblem } from '../emblem.tsx'

/** What a list shows when it has nothing to show, and what to do about it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-edge px-6 py-12 text-center">
      <Emblem className="size-14 text-gold" />
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
    </div>
  )
}
