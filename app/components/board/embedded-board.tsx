import type { ReactNode } from 'react'
import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { embed } from '#app/i18n/messages/embed.ts'
import { notices } from '#app/i18n/messages/notices.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { numbersWaitUntil } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { ANNOUNCEMENT_LOOKS } from '../announcements/announcement-looks.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { classNames } from '../class-names.ts'
import { Emblem } from '../emblem.tsx'
import { Badge } from '../ui/badge.tsx'
import { RankMark } from '../ui/rank-mark.tsx'

export type EmbeddedBoardView = {
  contestTitle: string
  /** Null for the whole contest. */
  round: { slug: string; title: string; phase: Phase } | null
  rows: {
    rank: number
    displayName: string
    unitName: string | null
    score: number
    durationMs: number
  }[]
  people: number
  attempts: number
  visibility: BoardVisibility
  /** What the organizers want everybody to know now. */
  announcements: Pick<PaperAnnouncement, 'id' | 'title' | 'severity'>[]
  computedAt: Date
  /** The address of this very board. */
  ownPath: string
  /** Where something can be taken now; null when nothing is open. */
  openRoundSlug: string | null
}

/**
 * The head of a board for the frame of another site. No scripts: links lead to new pages, for in the frame there is no
 * room for the contest, and "refresh" is a link too: a frame that loads itself anew takes the place away from who is
 * reading it (WCAG 2.2.1), and whoever opens the portal gets the newest rows anyway.
 */
export function EmbeddedBoard({ view }: { view: EmbeddedBoardView }) {
  const t = useT(embed)
  const { dateTime } = useFormatters()
  const title = view.round?.title ?? t('overall')

  return (
    <EmbedFrame contestTitle={view.contestTitle}>
      <Announcements announcements={view.announcements} />
      <div className="grid justify-items-start gap-1.5">
        <h1 className="text-lg">
          {t('title')}
          <span className="block text-base text-brand-text">{title}</span>
        </h1>
        {view.round ? <PhaseBadge phase={view.round.phase} /> : <Badge tone="gold">{t('provisional')}</Badge>}
      </div>
      {view.rows.length === 0 ? (
        <p className="py-4 text-muted">
          {view.visibility.kind === 'frozen'
            ? t('frozen', { since: dateTime(view.visibility.since) })
            : t('empty')}
        </p>
      ) : (
        <Rows caption={`${t('title')}: ${title}`} rows={view.rows} />
      )}
      <div className="grid gap-1">
        <p>
          <OutLink href={view.round ? paths.roundBoard(view.round.slug) : paths.board}>
            {t('wholeBoard')}
          </OutLink>
        </p>
        <p>
          {view.openRoundSlug === null ? (
            <OutLink href={paths.rules}>{t('seeRules')}</OutLink>
          ) : (
            <OutLink href={paths.round(view.openRoundSlug)}>{t('enter')}</OutLink>
          )}
        </p>
      </div>
      <p className="tabular flex flex-wrap items-baseline gap-x-4 border-t border-line pt-2 text-xs text-muted">
        <Totals view={view} />
        <span>{t('updatedAt', { time: dateTime(view.computedAt) })}</span>
        <a href={view.ownPath} className="link py-1.5">
          {t('refresh')}
        </a>
      </p>
    </EmbedFrame>
  )
}

function Announcements({ announcements }: Pick<EmbeddedBoardView, 'announcements'>) {
  const t = useT(notices)
  if (announcements.length === 0) return null

  return (
    <ul className="grid gap-2">
      {announcements.map(({ id, title, severity }) => {
        const { icon: Icon, band, edge, text, label } = ANNOUNCEMENT_LOOKS[severity]

        return (
          <li key={id} className={classNames('flex gap-2 rounded-md border px-3 py-1.5 text-sm', band, edge)}>
            <Icon aria-hidden="true" className={classNames('mt-1.5 size-4 shrink-0', text)} />
            <span>
              <span className={classNames('font-semibold', text)}>{t(label)}:</span>{' '}
              <OutLink href={paths.announcement(id)}>{title}</OutLink>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** As old as the board says, so that the numbers help no guess. */
function Totals({ view }: { view: EmbeddedBoardView }) {
  const t = useT(embed)
  const { number, dateTime } = useFormatters()
  const numbers = { people: number(view.people), attempts: number(view.attempts) }
  const until = view.visibility.kind === 'whole' ? null : view.visibility.countedUntil

  const from = numbersWaitUntil(view.visibility)
  if (from && view.attempts === 0) return <span>{t('totalsFrom', { from: dateTime(from) })}</span>

  return (
    <span>{until ? t('totalsUntil', { ...numbers, until: dateTime(until) }) : t('totals', numbers)}</span>
  )
}

/** What the frame shows when its address names a board that does not exist. */
export function MissingEmbeddedBoard() {
  const t = useT(embed)

  return (
    <EmbedFrame contestTitle="Hội Thi">
      <h1 className="text-lg">{t('title')}</h1>
      <p>{t('missing')}</p>
    </EmbedFrame>
  )
}

function EmbedFrame({ contestTitle, children }: { contestTitle: string; children: ReactNode }) {
  const t = useT(embed)

  return (
    <div className="min-h-dvh bg-surface">
      <header className="border-b-4 border-gold bg-brand px-3 py-2.5 text-on-brand sm:px-4">
        <a
          href={paths.home}
          target="_blank"
          rel="noopener"
          className="flex items-center gap-3 text-sm font-semibold text-balance outline-offset-4 hover:underline"
        >
          <Emblem className="size-9 shrink-0" />
          <span>
            {contestTitle} <span className="sr-only">{t('newWindow')}</span>
          </span>
        </a>
      </header>
      <main className="grid gap-3 p-3 sm:p-4">{children}</main>
    </div>
  )
}

function Rows({ caption, rows }: { caption: string; rows: EmbeddedBoardView['rows'] }) {
  const t = useT(embed)
  const { number, duration } = useFormatters()
  const head = 'border-b-2 border-edge pb-1.5 text-xs font-semibold text-muted'

  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${head} w-12 text-center`}>
            {t('rank')}
          </th>
          <th scope="col" className={`${head} px-2 text-left`}>
            {t('name')}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {t('score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className="border-b border-line align-top">
            <td className="py-1.5 text-center">
              <RankMark rank={row.rank} />
            </td>
            <th scope="row" className="px-2 py-2 text-left text-sm font-semibold">
              {row.displayName}
              <span className="tabular flex flex-wrap gap-x-3 text-xs font-normal text-muted">
                {row.unitName && <span>{row.unitName}</span>}
                <span>{duration(row.durationMs)}</span>
              </span>
            </th>
            <td className="tabular py-2 text-right font-semibold">{number(row.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OutLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useT(embed)

  return (
    <a href={href} target="_blank" rel="noopener" className="link inline-block py-1 font-semibold">
      {children} <span className="sr-only">{t('newWindow')}</span>
    </a>
  )
}
