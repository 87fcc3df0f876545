import { Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/prediction.ts'
import type { PredictionKind } from '../../core/prediction.ts'
import type { Criterion } from '../../core/ranking.ts'
import type { Phase } from '../../core/round-phase.ts'
import { classNames } from '../class-names.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { BoardFilter } from './board-filter.tsx'
import { BoardTable } from './board-table.tsx'
import type { BoardRow } from './board-table.tsx'
import { PolicyNote } from './policy-note.tsx'
import { UnitTable } from './unit-table.tsx'
import type { UnitRow } from './unit-table.tsx'

export type BoardView = {
  title: string
  /** Address of this board without any query. */
  path: string
  tabs: { label: string; href: string; isCurrent: boolean }[]
  /** Null for the overall board. */
  round: {
    phase: Phase
    settledAt: Date | null
    predictionKind: PredictionKind | null
    predictionTruth: bigint | null
  } | null
  policy: readonly Criterion[]
  computedAt: Date
  page: {
    rows: BoardRow[]
    page: number
    pageCount: number
    matchCount: number
    people: number
    attempts: number
  }
  /** Null when units are not asked for. */
  unitRows: UnitRow[] | null
  own: (BoardRow & { page: number }) | null
  search: string
  unitId: string
  units: { id: string; name: string }[]
}

/** A board of a round or of the whole contest, for everybody; with the reader's own row when there is one. */
export function BoardPage({ view }: { view: BoardView }) {
  const t = useT(board)
  const { number } = useFormatters()
  const { page } = view
  const isFiltered = view.search !== '' || view.unitId !== ''

  return (
    <div className="page grid gap-6">
      <PageHeader
        title={view.title}
        lead={
          <p className="tabular">
            {t('totals', { people: number(page.people), attempts: number(page.attempts) })}
          </p>
        }
      >
        {view.round && <PhaseBadge phase={view.round.phase} />}
      </PageHeader>
      <Tabs view={view} />
      <StateNote view={view} />
      {view.own && <OwnPlace view={view} own={view.own} />}
      {view.unitRows ? (
        <>
          <UnitTable caption={t('unitsTab')} rows={view.unitRows} />
          <p className="text-sm text-muted">{t('rateFormula')}</p>
        </>
      ) : (
        <>
          {(page.people > 0 || isFiltered) && (
            <BoardFilter search={view.search} unitId={view.unitId} units={view.units} plainHref={view.path} />
          )}
          {isFiltered && <p role="status">{t('matches', { count: number(page.matchCount) })}</p>}
          {page.rows.length === 0 ? (
            <EmptyState title={isFiltered ? t('nothingFound') : t('empty')}>
              {isFiltered ? t('nothingFoundText') : t('emptyText')}
            </EmptyState>
          ) : (
            <BoardTable
              caption={view.title}
              rows={page.rows}
              ownId={view.own?.participantId ?? null}
              predictionKind={
                view.round && view.round.predictionTruth !== null ? view.round.predictionKind : null
              }
            />
          )}
          <Pagination page={page.page} pageCount={page.pageCount} hrefOf={(wanted) => hrefOf(view, wanted)} />
          <PolicyNote policy={view.policy} scope={view.round ? 'round' : 'overall'} />
        </>
      )}
    </div>
  )
}

function hrefOf(view: BoardView, page: number): string {
  const query = new URLSearchParams({
    ...(view.search !== '' && { tim: view.search }),
    ...(view.unitId !== '' && { 'don-vi': view.unitId }),
    trang: String(page),
  })

  return `${view.path}?${query}`
}

function Tabs({ view }: { view: BoardView }) {
  const t = useT(board)
  const kinds = [
    { label: t('individuals'), href: view.path, isCurrent: view.unitRows === null },
    { label: t('unitsTab'), href: `${view.path}?xem=don-vi`, isCurrent: view.unitRows !== null },
  ]
  const className = (isCurrent: boolean) =>
    classNames(
      'inline-flex min-h-11 items-center rounded-full border px-4 py-1.5',
      isCurrent
        ? 'border-brand bg-brand font-semibold text-on-brand'
        : 'border-edge bg-surface hover:bg-sunken',
    )

  return (
    <nav aria-label={t('pickBoard')} className="grid gap-3">
      {[view.tabs, kinds].map((links, index) => (
        <ul key={index} className="flex flex-wrap gap-2">
          {links.map((link) => (
            <li key={link.href}>
              <Link
                to={link.href}
                aria-current={link.isCurrent ? 'page' : undefined}
                className={className(link.isCurrent)}
              >
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}

/** Names the state of the result and its time, and what predictions were compared with. */
function StateNote({ view: { round, computedAt } }: { view: BoardView }) {
  const t = useT(board)
  const { dateTime, timeWithSeconds } = useFormatters()
  const updated = t('updated', { time: timeWithSeconds(computedAt) })
  if (!round) return <p className="text-sm text-muted">{updated}</p>

  const state =
    round.phase === 'provisional'
      ? t('provisional', { time: dateTime(round.settledAt ?? computedAt) })
      : t(round.phase === 'closed' ? 'closed' : 'open')
  const truth =
    round.predictionKind && round.predictionTruth !== null
      ? t('truth', { truth: formatPrediction(round.predictionKind, round.predictionTruth, 'vi') })
      : null

  return <p className="text-sm text-muted">{[state, truth, updated].filter(Boolean).join(' ')}</p>
}

function OwnPlace({ view, own }: { view: BoardView; own: BoardRow & { page: number } }) {
  const t = useT(board)
  const format = useFormatters()

  return (
    <Card className="flex flex-wrap items-center justify-between gap-4 border-gold bg-gold-soft">
      <div>
        <h2 className="text-base font-semibold">{t('yourPlace')}</h2>
        <p className="tabular text-lg font-semibold">
          {t('yourRank', { rank: format.number(own.rank), people: format.number(view.page.people) })}
        </p>
        <p className="tabular text-sm">
          {own.displayName} · {format.number(own.score)} · {format.duration(own.durationMs)}
        </p>
      </div>
      <Link to={hrefOf({ ...view, search: '', unitId: '' }, own.page)} className="link py-2.5">
        {t('goToPage')}
      </Link>
    </Card>
  )
}
