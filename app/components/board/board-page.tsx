import { Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/prediction.ts'
import type { PredictionKind } from '../../core/prediction.ts'
import type { ContestPolicy, RankingPolicy } from '../../core/ranking-policy.ts'
import type { Phase } from '../../core/round-phase.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { BoardFilter } from './board-filter.tsx'
import { BoardTable, OWN_ROW_ID } from './board-table.tsx'
import type { BoardRow } from './board-table.tsx'
import { BoardTabs } from './board-tabs.tsx'
import type { BoardTab } from './board-tabs.tsx'
import { ContestPolicyNote, RoundPolicyNote } from './policy-note.tsx'
import { UnitTable } from './unit-table.tsx'
import type { UnitRow } from './unit-table.tsx'

export type BoardView = {
  /** Of the round, or that it is the whole contest. */
  title: string
  /** Address of this board without any query. */
  path: string
  tabs: BoardTab[]
  /** Null for the overall board. */
  round: {
    phase: Phase
    settledAt: Date | null
    predictionKind: PredictionKind | null
    predictionTruth: bigint | null
    rankingPolicy: RankingPolicy
  } | null
  contestPolicy: ContestPolicy
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

  return (
    // Not a grid: in one, the sticky place could not leave its own row.
    <div className="page flex flex-col gap-6">
      <PageHeader
        title={
          <>
            {t('title')}
            <span className="mt-1 block text-lg text-brand-text sm:text-xl">{view.title}</span>
          </>
        }
        lead={
          <p className="tabular">
            {t('totals', { people: number(view.page.people), attempts: number(view.page.attempts) })}
          </p>
        }
      >
        {view.round && <PhaseBadge phase={view.round.phase} />}
      </PageHeader>
      <BoardTabs path={view.path} boards={view.tabs} kind={view.unitRows ? 'units' : 'people'} />
      <StateNote view={view} />
      {view.own && !view.unitRows && <OwnPlace view={view} own={view.own} />}
      {view.unitRows ? <Units rows={view.unitRows} /> : <People view={view} />}
    </div>
  )
}

function Units({ rows }: { rows: readonly UnitRow[] }) {
  const t = useT(board)

  return (
    <>
      <UnitTable caption={t('unitsTab')} rows={rows} />
      <p className="rounded-lg bg-sunken p-5 text-sm">{t('rateFormula')}</p>
    </>
  )
}

function People({ view }: { view: BoardView }) {
  const t = useT(board)
  const { number } = useFormatters()
  const { page, round } = view
  const isFiltered = view.search !== '' || view.unitId !== ''

  return (
    <>
      {(page.people > 0 || isFiltered) && (
        <BoardFilter search={view.search} unitId={view.unitId} units={view.units} plainHref={view.path} />
      )}
      {isFiltered && <p role="status">{t('matches', { count: number(page.matchCount) })}</p>}
      {page.rows.length === 0 ? (
        <EmptyState title={isFiltered ? t('nothingFound') : t('empty')}>
          {isFiltered ? t('nothingFoundText') : t(round?.phase === 'scheduled' ? 'notOpenText' : 'emptyText')}
        </EmptyState>
      ) : (
        <BoardTable
          caption={`${t('title')}: ${view.title}`}
          rows={page.rows}
          predictionKind={round && round.predictionTruth !== null ? round.predictionKind : null}
        />
      )}
      <Pagination page={page.page} pageCount={page.pageCount} hrefOf={(wanted) => hrefOf(view, wanted)} />
      {round ? (
        <RoundPolicyNote policy={round.rankingPolicy} asksPrediction={round.predictionKind !== null} />
      ) : (
        <ContestPolicyNote policy={view.contestPolicy} />
      )}
    </>
  )
}

function hrefOf(view: Pick<BoardView, 'path' | 'search' | 'unitId'>, page: number): string {
  const query = new URLSearchParams({
    ...(view.search !== '' && { tim: view.search }),
    ...(view.unitId !== '' && { 'don-vi': view.unitId }),
    ...(page > 1 && { trang: String(page) }),
  }).toString()

  return query === '' ? view.path : `${view.path}?${query}`
}

/** Names the state of the result and its time, and what predictions were compared with. */
function StateNote({ view: { round, computedAt } }: { view: BoardView }) {
  const t = useT(board)
  const locale = useLocale()
  const { dateTime } = useFormatters()
  const time = dateTime(computedAt)
  if (!round) return <p className="text-sm text-muted">{t('stateOverall', { time })}</p>
  if (round.phase === 'scheduled') return null

  const { predictionKind, predictionTruth } = round
  const sentences = [
    round.phase === 'provisional'
      ? t('stateProvisional', { time: dateTime(round.settledAt ?? computedAt) })
      : t(round.phase === 'closed' ? 'stateClosed' : 'stateOpen', { time }),
    round.phase === 'open' && predictionKind && t('predictionLater'),
    predictionKind &&
      predictionTruth !== null &&
      t(`truth_${predictionKind}`, { value: formatPrediction(predictionKind, predictionTruth, locale) }),
  ]

  return <p className="max-w-3xl text-sm text-muted">{sentences.filter(Boolean).join(' ')}</p>
}

/** Stays in sight while its owner reads the board. */
function OwnPlace({ view, own }: { view: BoardView; own: BoardRow & { page: number } }) {
  const t = useT(board)
  const format = useFormatters()

  return (
    <section className="sticky top-2 z-10 flex items-center justify-between gap-x-4 rounded-lg border-2 border-gold bg-gold-soft px-4 py-1.5 shadow-card sm:px-6 print:static">
      <div>
        <h2 className="text-sm font-semibold text-gold-text">{t('yourPlace')}</h2>
        <p className="tabular font-semibold">
          {t('yourRank', { rank: format.number(own.rank), people: format.number(view.page.people) })}
          <span className="hidden font-normal sm:inline">
            {' · '}
            {t('yourResult', { score: format.number(own.score), time: format.duration(own.durationMs) })}
          </span>
        </p>
      </div>
      <Link
        to={`${hrefOf({ path: view.path, search: '', unitId: '' }, own.page)}#${OWN_ROW_ID}`}
        className="link shrink-0 py-2.5"
      >
        {t('goToPage', { page: format.number(own.page) })}
      </Link>
    </section>
  )
}
