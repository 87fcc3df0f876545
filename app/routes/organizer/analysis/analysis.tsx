import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AnalysisFrame } from '#app/components/analysis/analysis-frame.tsx'
import { ItemFilter, ItemMethod, ItemSummary } from '#app/components/analysis/item-list-view.tsx'
import { ItemTable } from '#app/components/analysis/item-table.tsx'
import type { SortColumn } from '#app/components/analysis/item-table.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { ITEM_FLAGS } from '#app/core/analysis/item-flags.ts'
import type { ItemFlag } from '#app/core/analysis/item-flags.ts'
import { analysisSearch, pageOfItems, parseAnalysisQuery, selectItems } from '#app/http/analysis-query.ts'
import type { AnalysisQuery } from '#app/http/analysis-query.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { getRoundAnalysis, recomputeRoundAnalysis } from '#app/services/analysis/item-analysis.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Phân tích ${data?.round.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const { round, isComputing, result } = await orThrowResponse(
    getRoundAnalysis(params.slug ?? '', context.now),
  )
  const query = parseAnalysisQuery(request.url)
  const rows = result?.items.map(({ item, ...rest }) => ({
    versionId: rest.versionId,
    code: rest.code,
    version: rest.version,
    stem: rest.stem,
    shown: item.overall.shown,
    facility: rest.facility,
    discrimination: rest.discrimination,
    correlation: rest.correlation,
    unansweredShare: rest.unansweredShare,
    isProtected: rest.isProtected,
    isJudged: rest.isJudged,
    flags: rest.flags,
  }))

  return {
    round,
    isComputing,
    query,
    result: result &&
      rows && {
        computedAt: result.computedAt,
        papers: result.papers,
        excludedPeople: result.excludedPeople,
        groups: result.groups,
        counts: countsOf(rows),
        ...pageOfItems(selectItems(rows, query), query),
      },
  }
}

function countsOf(rows: readonly { flags: ItemFlag[] }[]) {
  const having = (flag: ItemFlag) => rows.filter(({ flags }) => flags.includes(flag)).length

  return {
    all: rows.length,
    flagged: rows.filter(({ flags }) => flags.length > 0).length,
    ...(Object.fromEntries(ITEM_FLAGS.map((flag) => [flag, having(flag)])) as Record<ItemFlag, number>),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.manage'))
  await orThrowResponse(recomputeRoundAnalysis(params.slug ?? '', user.id, context.now))

  return data({ requested: true })
}

export default function Analysis() {
  const t = useT(analysis)
  const { round, isComputing, query, result } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const hrefOf = (change: Partial<AnalysisQuery>) =>
    // Another order or choice of questions begins at its first page.
    paths.roundAnalysis(round.slug) + analysisSearch({ ...query, page: 1, ...change })
  const sortHrefOf = (column: SortColumn) =>
    hrefOf({
      order: column,
      direction: query.order === column && query.direction === 'up' ? 'down' : 'up',
    })

  return (
    <AnalysisFrame
      round={round}
      view="items"
      computedAt={result?.computedAt ?? null}
      isComputing={isComputing && !answer}
    >
      {answer && <Alert kind="good">{t('requested')}</Alert>}
      {result && (
        <>
          <ItemSummary
            papers={result.papers}
            excludedPeople={result.excludedPeople}
            questions={result.counts.all}
            flagged={result.counts.flagged}
            groups={result.groups}
          />
          <ItemFilter filter={query.filter} counts={result.counts}>
            {[...new URLSearchParams(analysisSearch({ ...query, filter: 'all', page: 1 }))].map(
              ([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ),
            )}
          </ItemFilter>
          {result.rows.length === 0 ? (
            <EmptyState title={t('noneFound')}>
              <LinkButton to={hrefOf({ filter: 'all' })} look="secondary">
                {t('showAll')}
              </LinkButton>
            </EmptyState>
          ) : (
            <>
              <ItemTable
                rows={result.rows}
                sorted={query.order === 'order' ? null : { column: query.order, direction: query.direction }}
                sortHrefOf={sortHrefOf}
                questionHrefOf={(versionId) => paths.analysedQuestion(round.slug, versionId)}
              />
              <Pagination
                page={result.page}
                pageCount={result.pageCount}
                hrefOf={(page) => hrefOf({ page })}
              />
            </>
          )}
          <ItemMethod />
        </>
      )}
    </AnalysisFrame>
  )
}
