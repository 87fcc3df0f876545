import { Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'

export type BoardTab = { label: string; href: string; isCurrent: boolean }

type BoardTabsProps = { path: string; boards: readonly BoardTab[]; kind: 'people' | 'units' }

/** Which round, and people or units. Rounds scroll sideways on phones, where their titles would fill the screen. */
export function BoardTabs({ path, boards, kind }: BoardTabsProps) {
  const t = useT(board)
  const kinds = [
    { label: t('individuals'), href: path, isCurrent: kind === 'people' },
    { label: t('unitsTab'), href: paths.unitsOf(path), isCurrent: kind === 'units' },
  ]

  return (
    <nav aria-label={t('pickBoard')} className="grid gap-4">
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0 print:hidden">
        {boards.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              to={tab.href}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center rounded-full border px-4 py-1.5',
                tab.isCurrent
                  ? 'border-brand bg-brand font-semibold text-on-brand'
                  : 'border-edge bg-surface hover:bg-sunken',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="flex gap-1 border-b border-line print:hidden">
        {kinds.map((tab) => (
          <li key={tab.href}>
            <Link
              to={tab.href}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-12 items-center border-b-4 px-4',
                tab.isCurrent
                  ? 'border-brand font-semibold text-brand-text'
                  : 'border-transparent text-muted hover:border-edge',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
