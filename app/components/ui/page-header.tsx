import type { ReactNode } from 'react'

/** Title of a page with a line about it and, on the right, what can be done. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-line pb-5">
      <div className="grid max-w-3xl gap-2">
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <div className="text-muted">{lead}</div>}
      </div>
      {children}
    </header>
  )
}
