import { Link } from '@remix-run/react'
import { WAITING_FILTERS } from '#app/core/questions/import/waiting-import.ts'
import type { WaitingCounts, WaitingFilter } from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'

const LABELS = {
  all: 'countAll',
  errors: 'countErrors',
  warnings: 'countWarnings',
  duplicates: 'countDuplicates',
  incomplete: 'countIncomplete',
  good: 'countGood',
  removed: 'countRemoved',
} as const

type WaitingFilterNavProps = {
  counts: WaitingCounts
  chosen: WaitingFilter
  hrefOf: (filter: WaitingFilter) => string
}

/** Which questions are shown, with how many there are. */
export function WaitingFilterNav({ counts, chosen, hrefOf }: WaitingFilterNavProps) {
  const t = useT(questionUpload)
  const { number } = useFormatters()

  return (
    <nav aria-label={t('filterLabel')}>
      <ul className="flex flex-wrap gap-2">
        {WAITING_FILTERS.map((filter) => (
          <li key={filter}>
            <Link
              to={hrefOf(filter)}
              preventScrollReset
              aria-current={filter === chosen ? 'page' : undefined}
              className={classNames(
                'tabular inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-semibold',
                filter === chosen ? 'border-brand bg-brand-soft text-brand-text' : 'border-edge bg-surface',
              )}
            >
              {t(LABELS[filter])} <span>{number(counts[filter])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
