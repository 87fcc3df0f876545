import { Form, Link, useNavigation } from '@remix-run/react'
import { useRef, useState } from 'react'
import { formatProvision } from '#app/core/questions/citation.ts'
import type { Lacking } from '#app/core/questions/question-content.ts'
import type { QuestionActionKind, VersionState } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useFlagReason } from './flag-reason.ts'
import { FlagBadge, LackingBadges, StateBadge } from './state-badge.tsx'
import { useRowKeys } from './use-row-keys.ts'

export type TableRow = {
  code: string
  topicTitle: string
  difficulty: 1 | 2 | 3
  stem: string
  citations: string[]
  lacking: Lacking[]
  state: VersionState
  version: number
  currentVersion: number | null
  isRetired: boolean
  authorName: string | null
  flags: string[]
  facility: { share: number; shown: number } | null
}

type QuestionTableProps = {
  caption: string
  bankSlug: string
  rows: readonly TableRow[]
  /** The actions this person may do; without any there are no boxes. */
  actions: readonly QuestionActionKind[]
  /** Address of this very list, so that an action comes back to it. */
  listHref: string
}

const HEAD_CLASS = 'sticky top-0 z-10 bg-sunken px-3 py-2.5 text-left text-sm font-semibold'

/** The questions of a page, with boxes and what can be done with many at once. */
export function QuestionTable({ caption, bankSlug, rows, actions, listHref }: QuestionTableProps) {
  const t = useT(questions)
  const form = useRef<HTMLFormElement>(null)
  const [selectedCount, setSelectedCount] = useState(0)
  const isPending = useNavigation().formData?.get('intent') === 'act'
  const body = useRowKeys('input[name="code"]')
  const canAct = actions.length > 0
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name="code"]') ?? [])]
  const count = () => setSelectedCount(boxes().filter((box) => box.checked).length)
  const selectAll = (isChecked: boolean) => {
    for (const box of boxes()) box.checked = isChecked
    count()
  }

  return (
    <Form method="post" action={listHref} ref={form} preventScrollReset className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="act" />
      {canAct && <p className="text-sm text-muted">{t('tableKeys')}</p>}
      <table className="w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {canAct && (
              <th scope="col" className={`${HEAD_CLASS} w-12`}>
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={selectedCount > 0 && selectedCount === rows.length}
                  onChange={(event) => selectAll(event.target.checked)}
                  className="block size-6 accent-brand"
                />
              </th>
            )}
            <th scope="col" className={HEAD_CLASS}>
              {t('column_question')}
            </th>
            <th scope="col" className={`${HEAD_CLASS} hidden w-48 lg:table-cell`}>
              {t('column_topic')}
            </th>
            <th scope="col" className={`${HEAD_CLASS} hidden w-52 md:table-cell`}>
              {t('column_state')}
            </th>
            <th scope="col" className={`${HEAD_CLASS} hidden w-32 lg:table-cell`}>
              {t('column_facility')}
            </th>
          </tr>
        </thead>
        <tbody {...body} onChange={count}>
          {rows.map((row) => (
            <Row key={row.code} row={row} bankSlug={bankSlug} canAct={canAct} />
          ))}
        </tbody>
      </table>
      {canAct && <BulkBar actions={actions} selectedCount={selectedCount} isPending={isPending} />}
    </Form>
  )
}

const CELL_CLASS = 'border-t border-line px-3 py-3 align-top'

function Row({ row, bankSlug, canAct }: { row: TableRow; bankSlug: string; canAct: boolean }) {
  const t = useT(questions)
  const { percent, number } = useFormatters()
  const level = t(`difficulty_${row.difficulty}`)

  return (
    <tr className="has-checked:bg-brand-soft">
      {canAct && (
        <td className={CELL_CLASS}>
          <input
            type="checkbox"
            name="code"
            value={row.code}
            aria-label={t('selectOne', { code: row.code })}
            className="block size-6 accent-brand"
          />
        </td>
      )}
      <td className={`${CELL_CLASS} min-w-0`}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <span className="text-sm text-muted">{row.code}</span>
          <Link to={paths.question(bankSlug, row.code)} className="link line-clamp-3">
            {row.stem}
          </Link>
          {row.citations.length > 0 && (
            <span className="text-sm text-muted">
              {t('citing')} <span lang="vi">{row.citations.map(formatProvision).join('; ')}</span>
            </span>
          )}
          <span className="text-sm text-muted lg:hidden">
            {row.topicTitle} · {level}
          </span>
          <span className="md:hidden">
            <RowState row={row} />
          </span>
        </div>
      </td>
      <td className={`${CELL_CLASS} hidden text-sm lg:table-cell`}>
        {row.topicTitle}
        <span className="block text-muted">{level}</span>
      </td>
      <td className={`${CELL_CLASS} hidden md:table-cell`}>
        <RowState row={row} />
      </td>
      <td className={`${CELL_CLASS} tabular hidden text-sm lg:table-cell`}>
        {row.facility
          ? t('facilityOf', { share: percent(row.facility.share), count: number(row.facility.shown) })
          : '–'}
      </td>
    </tr>
  )
}

function RowState({ row }: { row: TableRow }) {
  const t = useT(questions)
  const reasonOf = useFlagReason()
  const version = row.currentVersion

  return (
    <span className="grid justify-items-start gap-1 text-sm">
      <StateBadge state={row.isRetired ? 'retired' : row.state} />
      {!row.isRetired && <LackingBadges lacking={row.lacking} />}
      {row.state !== 'approved' && (
        <span>{version === null ? t('versionNone') : t('versionInUse', { version })}</span>
      )}
      <span className="text-muted">
        {row.authorName === null ? t('writtenByOperator') : t('writtenBy', { name: row.authorName })}
      </span>
      {row.flags.length > 0 && (
        <>
          <FlagBadge />
          <span className="text-muted">{row.flags.map(reasonOf).join('; ')}</span>
        </>
      )}
    </span>
  )
}
