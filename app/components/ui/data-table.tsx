import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

type DataTableProps = {
  /** What the table lists, for who can't see it. */
  label: string
  headings: readonly ReactNode[]
  /** Rows as <tr> with <td>; the first cell of each may be a <th scope="row">, the others say their `data-label`. */
  children: ReactNode
  className?: string
}

/**
 * A table whose headings stay in view; it scrolls in itself and can be scrolled by keys. On phones each row is a block in
 * which every value has its heading before it, so that nothing is hidden at the side.
 */
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
      <table className="w-full border-collapse text-left max-sm:block">
        <thead className="sticky max-sm:block top-0 z-1 bg-sunken text-sm text-muted shadow-[0_1px_0_var(--line)]">
          <tr className="max-sm:block">
            {headings.map((heading, index) => (
              <th
                key={index}
                scope="col"
                className={classNames(
                  'px-3.5 py-2.5 font-semibold whitespace-nowrap',
                  // What can be used stays in reach; words stand at their values there.
                  typeof heading === 'string' ? 'max-sm:sr-only' : 'max-sm:block',
                )}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line max-sm:block max-sm:*:flex max-sm:*:flex-wrap max-sm:*:items-center max-sm:*:py-2">
          {children}
        </tbody>
      </table>
    </div>
  )
}

export const CELL_CLASS =
  'px-3.5 py-2.5 align-middle max-sm:py-1 max-sm:[th]:grow max-sm:data-label:inline-flex max-sm:data-label:items-baseline max-sm:data-label:gap-1.5 max-sm:data-label:pr-1 max-sm:data-label:before:text-sm max-sm:data-label:before:whitespace-nowrap max-sm:data-label:before:text-muted max-sm:data-label:before:content-[attr(data-label)]'
