import { board } from '#app/i18n/messages/board.ts'
import { boardState } from '#app/i18n/messages/board-state.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { LEADING_ROWS, numbersWaitUntil } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'
import type { ContestPolicy, RankingPolicy } from '../../core/ranking/ranking-policy.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { ProofCard } from '../result/proof-card.tsx'
import type { PublishedResults } from '../result/proof-card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { BoardFilter } from './board-filter.tsx'
import { BoardTable, OWN_ROW_ID } from './board-table.tsx'
import type { BoardRow } from './board-table.tsx'
import { BoardTabs } from './board-tabs.tsx'
import type { BoardTab } from './board-tabs.tsx'
import { OwnPlace } from './own-place.tsx'
import { ContestPolicyNote, RoundPolicyNote } from './policy-note.tsx'
import { StateNote } from './state-note.tsx'
import type { RegradeNote, RoundState } from './state-note.tsx'
import { UnitBoard } from './unit-board.tsx'
import type { UnitBoardView } from './unit-board.tsx'

export type BoardView = {
  /** Of the round, or that it is the whole contest. */
  title: string
  /** Address of this board without any query. */
  path: string
  tabs: BoardTab[]
  /** Null for the overall board. */
  round: (RoundState & { rankingPolicy: RankingPolicy }) | null
  /** Of a round that was regraded. */
  regrades?: RegradeNote[]
  contestPolicy: ContestPolicy
  /** Of a round whose official result is stored. */
  published?: (PublishedResults & { roundSlug: string }) | null
  computedAt: Date
  page: {
    rows: BoardRow[]
    page: number
    pageCount: number
    matchCount: number
    people: number
    attempts: number
    visibility: BoardVisibility
  }
  /** Null when units are not asked for. */
  unitStandings: UnitBoardView | null
  own: (Omit<BoardRow, 'rank'> & { rank: number | null; page: number | null }) | null
  search: string
  unitId: string
  units: { id: string; name: string }[]
}

/** A board of a round or of the whole contest, for everybody; with the reader's own row when there is one. */
export function BoardPage({ view }: { view: BoardView }) {
  const t = useT(board)

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
            <Totals page={view.page} />
          </p>
        }
      >
        {view.round && <PhaseBadge phase={view.round.phase} />}
      </PageHeader>
      <BoardTabs path={view.path} boards={view.tabs} kind={view.unitStandings ? 'units' : 'people'} />
      <StateNote
        round={view.round}
        visibility={view.page.visibility}
        computedAt={view.computedAt}
        regrades={view.regrades ?? []}
      />
      {view.own && !view.unitStandings && (
        <OwnPlace
          own={view.own}
          people={view.page.people}
          visibility={view.page.visibility}
          hrefOf={(page) => `${hrefOf({ path: view.path, search: '', unitId: '' }, page)}#${OWN_ROW_ID}`}
        />
      )}
      {view.unitStandings ? <UnitBoard view={view.unitStandings} /> : <People view={view} />}
      {view.published && <ProofCard roundSlug={view.published.roundSlug} published={view.published} />}
    </div>
  )
}

/** As old as the board says, so that the numbers help no guess. */
function Totals({ page }: { page: BoardView['page'] }) {
  const t = useT(board)
  const tState = useT(boardState)
  const { dateTime, number } = useFormatters()
  const numbers = { people: number(page.people), attempts: number(page.attempts) }
  const until = page.visibility.kind === 'whole' ? null : page.visibility.countedUntil

  const from = numbersWaitUntil(page.visibility)
  if (from && page.attempts === 0) return tState('totalsFrom', { from: dateTime(from) })

  return until ? tState('totalsUntil', { ...numbers, until: dateTime(until) }) : t('totals', numbers)
}

function People({ view }: { view: BoardView }) {
  const t = useT(board)
  const { number } = useFormatters()
  const { page, round } = view
  const isFiltered = view.search !== '' || view.unitId !== ''
  if (page.visibility.kind === 'frozen') return <Policy view={view} />

  return (
    <>
      {/* Ten rows need no search, and one among them would seem to tell who has taken part. */}
      {(isFiltered || (page.people > 0 && page.visibility.kind === 'whole')) && (
        <BoardFilter search={view.search} unitId={view.unitId} units={view.units} plainHref={view.path} />
      )}
      {isFiltered && (
        <p role="status">
          {t(page.visibility.kind === 'leaders' ? 'matchesShown' : 'matches', {
            count: number(page.matchCount),
            rows: number(LEADING_ROWS),
          })}
        </p>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={isFiltered ? t('nothingFound') : t('empty')}>
          {isFiltered
            ? t(page.visibility.kind === 'leaders' ? 'notShownText' : 'nothingFoundText')
            : t(round?.phase === 'scheduled' ? 'notOpenText' : 'emptyText')}
        </EmptyState>
      ) : (
        <BoardTable
          caption={`${t('title')}: ${view.title}`}
          rows={page.rows}
          predictionKind={round && round.predictionTruth !== null ? round.predictionKind : null}
        />
      )}
      <Pagination page={page.page} pageCount={page.pageCount} hrefOf={(wanted) => hrefOf(view, wanted)} />
      <Policy view={view} />
    </>
  )
}

function Policy({ view: { round, contestPolicy } }: { view: BoardView }) {
  return round ? (
    <RoundPolicyNote policy={round.rankingPolicy} asksPrediction={round.predictionKind !== null} />
  ) : (
    <ContestPolicyNote policy={contestPolicy} />
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
