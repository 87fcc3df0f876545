import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import type { FoundQuestions } from './regrade-data.ts'

type QuestionFinderProps = {
  roundSlug: string
  search: string
  found: FoundQuestions
  /** Versions in the open set; null when there is none. */
  prepared: readonly string[] | null
}

/** The questions of the round, to be searched by code and text; each leads to the form for its key. */
export function QuestionFinder(props: QuestionFinderProps) {
  const t = useT(regrade)
  const { prepared, search, found } = props
  if (!prepared)
    return (
      <Card aria-labelledby="finder" className="grid gap-5">
        <h2 id="finder" className="text-xl">
          {t('finderTitle')}
        </h2>
        <FoundQuestionList {...props} />
      </Card>
    )

  return (
    <Card>
      {/* Beside a set that waits for its confirmation the list is the rarer way on. */}
      <details open={search !== '' || found.page > 1}>
        <summary className="cursor-pointer content-center text-xl font-semibold">{t('finderMore')}</summary>
        <div className="grid gap-5 pt-5">
          <FoundQuestionList {...props} />
        </div>
      </details>
    </Card>
  )
}

function FoundQuestionList({ roundSlug, search, found, prepared }: QuestionFinderProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const count = number(found.matchCount)
  const hrefOf = (page: number): string =>
    `${paths.regrade(roundSlug)}?${new URLSearchParams({ tim: search, trang: String(page) })}`

  return (
    <>
      <SearchForm label={t('search')} hint={t('searchHint')} search={search} button={t('searchButton')} />
      {found.rows.length === 0 ? (
        <EmptyState title={t('foundNone')}>
          <p>{t('foundNoneText')}</p>
          <Link to={paths.regrade(roundSlug)} className="link inline-block py-2">
            {t('searchAll')}
          </Link>
        </EmptyState>
      ) : (
        <>
          <p role="status" className="tabular text-sm text-muted">
            {search === '' ? t('found', { count }) : t('foundFor', { count, search })}
          </p>
          <ul className="divide-y divide-line border-y border-line">
            {found.rows.map((question) => (
              <li key={question.versionId}>
                <Link
                  to={paths.regradeQuestion(roundSlug, question.versionId)}
                  className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-2 py-3 hover:bg-sunken"
                >
                  <span className="grid gap-1">
                    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      <span className="font-semibold text-brand-text">
                        {t('questionCode', { code: question.code })}
                      </span>
                      {prepared?.includes(question.versionId) && <Badge tone="info">{t('isPrepared')}</Badge>}
                    </span>
                    <span className="line-clamp-2">{question.stem}</span>
                    <span className="text-sm text-muted">
                      {t('questionMeta', { topic: question.topic, version: number(question.version) })}
                    </span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-5 text-muted" />
                </Link>
              </li>
            ))}
          </ul>
          <Pagination page={found.page} pageCount={found.pageCount} hrefOf={hrefOf} />
        </>
      )}
    </>
  )
}
