import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { common } from '#app/i18n/messages/common.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { buttonClass } from './button.tsx'

type PaginationProps = {
  page: number
  pageCount: number
  /** The address of a page, keeping search and filter. */
  hrefOf: (page: number) => string
}

export function Pagination({ page, pageCount, hrefOf }: PaginationProps) {
  const t = useT(common)
  const { number } = useFormatters()
  if (pageCount <= 1) return null

  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <Link to={hrefOf(page - 1)} rel="prev" className={buttonClass('secondary')}>
          <ChevronLeft aria-hidden="true" className="size-5" />
          {t('previousPage')}
        </Link>
      ) : (
        <span />
      )}
      <p className="tabular text-muted">
        {t('pageOf', { page: number(page), pageCount: number(pageCount) })}
      </p>
      {page < pageCount ? (
        <Link to={hrefOf(page + 1)} rel="next" className={buttonClass('secondary')}>
          {t('nextPage')}
          <ChevronRight aria-hidden="true" className="size-5" />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
