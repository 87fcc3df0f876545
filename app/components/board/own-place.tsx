import { Link } from '@remix-run/react'
import { board } from '#app/i18n/messages/board.ts'
import { boardState } from '#app/i18n/messages/board-state.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { LEADING_ROWS } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'

type OwnPlaceProps = {
  own: { rank: number | null; score: number; durationMs: number; page: number | null }
  people: number
  visibility: BoardVisibility
  /** The row on its page of the board. */
  hrefOf: (page: number) => string
}

/** The reader's own result and, as far as the board shows places, their place. Stays in sight while they read. */
export function OwnPlace({ own, people, visibility, hrefOf }: OwnPlaceProps) {
  const t = useT(board)
  const tState = useT(boardState)
  const format = useFormatters()
  const place = (): string => {
    if (own.rank !== null && visibility.kind === 'whole')
      return t('yourRank', { rank: format.number(own.rank), people: format.number(people) })
    if (own.rank !== null) return t('rankOnly', { rank: format.number(own.rank) })

    return visibility.kind === 'frozen'
      ? tState('frozenOwn')
      : tState('leadersOwn', { rows: format.number(LEADING_ROWS) })
  }

  return (
    <section className="sticky top-2 z-10 flex items-center justify-between gap-x-4 rounded-lg border-2 border-gold bg-gold-soft px-4 py-1.5 shadow-card sm:px-6 print:static">
      <div>
        <h2 className="text-sm font-semibold text-gold-text">{t('yourPlace')}</h2>
        <p className="tabular font-semibold">
          {place()}
          <span className={own.rank === null ? 'font-normal' : 'hidden font-normal sm:inline'}>
            {' · '}
            {t('yourResult', { score: format.number(own.score), time: format.duration(own.durationMs) })}
          </span>
        </p>
      </div>
      {own.page !== null && (
        <Link to={hrefOf(own.page)} className="link shrink-0 py-2.5">
          {t('goToPage', { page: format.number(own.page) })}
        </Link>
      )}
    </section>
  )
}
