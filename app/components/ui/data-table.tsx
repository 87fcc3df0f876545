import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

type DataTableProps = {
  /** What the table lists, for who can't see it. */
  label: string
  headings: readonly ReactNode[]
  /** Rows as <tr> with <td>; the first cell of each may be a <th scope="row">. */
  children: ReactNode
  className?: string
}

/** A table whose headings stay in view; it scrolls in itself and can be scrolled by keys. */
export function DataTable({ label, headings, children, className }: DataTableProps) {
  return (
    <div
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys
      tabIndex={0}
      className={classNames(
        'relative max-h-[80vh] overflow-auto rounded-lg border border-line bg-surface shadow-card',
        className,
      )}
    >
      <table className="w-full border-collapse text-left">
        <thead className="sticky top-0 z-1 bg-sunken text-sm text-muted shadow-[0_1px_0_var(--line)]">
          <tr>
            {headings.map((heading, index) => (
              <th key={index} scope="col" className="px-3.5 py-2.5 font-semibold whitespace-nowrap">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  )
}

export const CELL_CLASS = 'px-3.5 py-2.5 align-middle'
