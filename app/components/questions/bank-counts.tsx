import { Link } from '@remix-run/react'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { buttonClass } from '../ui/button.tsx'

const SHOWN = ['submitted', 'draft', 'rejected', 'flagged', 'retired'] as const
export type CountedState = (typeof SHOWN)[number]

type BankCountsProps = {
  counts: Readonly<Record<CountedState, number>>
  /** The list of just these. */
  hrefOf: (state: CountedState) => string
}

/** What waits for somebody, as ways into the list. */
export function BankCounts({ counts, hrefOf }: BankCountsProps) {
  const t = useT(questions)
  const { number } = useFormatters()
  const shown = SHOWN.filter((state) => counts[state] > 0)
  if (shown.length === 0) return null

  return (
    <ul className="flex flex-wrap gap-2">
      {shown.map((state) => (
        <li key={state}>
          <Link to={hrefOf(state)} className={buttonClass('secondary', 'min-h-11! px-3.5! py-1.5! text-sm!')}>
            {t('countOf', {
              label: state === 'flagged' ? t('flagged') : t(`state_${state}`),
              count: number(counts[state]),
            })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
