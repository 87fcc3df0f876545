import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Groups } from '../../core/analysis/item-analysis.ts'
import { ITEM_FLAGS } from '../../core/analysis/item-flags.ts'
import type { ItemFlag } from '../../core/analysis/item-flags.ts'
import { SMALLEST_GROUP } from '../../core/ranking/small-numbers.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Stat } from '../ui/stat.tsx'

type ItemSummaryProps = {
  papers: number
  excludedPeople: number
  questions: number
  flagged: number
  groups: Groups | null
}

/** How many people and questions the numbers rest on, and who is compared with whom. */
export function ItemSummary({ papers, excludedPeople, questions, flagged, groups }: ItemSummaryProps) {
  const t = useT(analysis)
  const { number } = useFormatters()
  const note =
    excludedPeople === 0
      ? t('papersNote')
      : `${t('papersNote')}; ${t('excludedNote', { count: number(excludedPeople) })}`

  return (
    <Card className="grid gap-5">
      <dl className="grid gap-5 sm:grid-cols-3">
        <Stat label={t('papers')} value={number(papers)} note={note} />
        <Stat label={t('questions')} value={number(questions)} />
        <Stat label={t('flagged')} value={number(flagged)} note={t('flagsHint')} />
      </dl>
      <p className="border-t border-line pt-4 text-sm text-muted">
        {groups
          ? t('groups', {
              upper: number(groups.upperPapers),
              upperFrom: number(groups.upperFrom),
              lower: number(groups.lowerPapers),
              lowerTo: number(groups.lowerTo),
            })
          : t('noGroups')}
      </p>
    </Card>
  )
}

type ItemFilterProps = {
  filter: 'all' | 'flagged' | ItemFlag
  /** How many questions each choice shows. */
  counts: Readonly<Record<'all' | 'flagged' | ItemFlag, number>>
  /** Hidden fields that keep the order. */
  children: ReactNode
}

/** Which questions to show; without scripts too. */
export function ItemFilter({ filter, counts, children }: ItemFilterProps) {
  const t = useT(analysis)
  const { number } = useFormatters()

  return (
    <Form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
      {children}
      <div className="w-full sm:w-80">
        <Field id="loc" label={t('filter')}>
          {(control) => (
            <Select {...control} name="loc" key={filter} defaultValue={filter}>
              <option value="all">{t('filterAll', { count: number(counts.all) })}</option>
              <option value="flagged">{t('filterFlagged', { count: number(counts.flagged) })}</option>
              {ITEM_FLAGS.filter((flag) => counts[flag] > 0 || flag === filter).map((flag) => (
                <option key={flag} value={flag}>
                  {`${t(`flag_${flag}`)} (${number(counts[flag])})`}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button look="secondary">{t('filterApply')}</Button>
    </Form>
  )
}

const METHOD = [
  'method_attempts',
  'method_facility',
  'method_groups',
  'method_discrimination',
  'method_correlation',
  'method_small',
] as const

/** The formulas in words, with their sources. */
export function ItemMethod() {
  const t = useT(analysis)

  return (
    <details className="rounded-lg border border-line bg-surface px-5 py-3">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('methodTitle')}</summary>
      <ul className="grid max-w-3xl list-disc gap-2 py-3 pl-5 text-sm">
        {METHOD.map((text) => (
          <li key={text}>{t(text, { least: SMALLEST_GROUP })}</li>
        ))}
      </ul>
    </details>
  )
}
