import { Link } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { News } from '../../core/contests/news.ts'
import { paths } from '../../http/paths.ts'
import { AnnouncementText } from '../announcements/announcement-text.tsx'
import { DecisionText } from './decision-list.tsx'

/** What has happened in the contest, newest first. */
export function NewsList({ news }: { news: readonly News[] }) {
  return (
    <ol className="grid gap-4">
      {news.map((item) => (
        <li key={keyOf(item)} className="border-l-4 border-gold py-1 pl-4">
          <NewsText item={item} />
        </li>
      ))}
    </ol>
  )
}

function keyOf(item: News): string {
  switch (item.kind) {
    case 'decision':
      return item.decision.id
    case 'announcement':
      return item.announcement.id
    case 'opened':
    case 'settled':
      return `${item.kind} ${item.roundSlug}`
    default:
      return item satisfies never
  }
}

function NewsText({ item }: { item: News }) {
  switch (item.kind) {
    case 'decision':
      return <DecisionText decision={item.decision} />
    case 'announcement':
      return <AnnouncementText announcement={item.announcement} />
    case 'opened':
    case 'settled':
      return <RoundNews item={item} />
    default:
      return item satisfies never
  }
}

function RoundNews({ item }: { item: Extract<News, { roundSlug: string }> }) {
  const t = useT(contest)
  const { dateTime } = useFormatters()
  const isOpening = item.kind === 'opened'

  return (
    <div className="grid gap-1">
      <p className="font-semibold">
        {t(isOpening ? 'newsOpened' : 'newsSettled', { title: item.roundTitle })}
      </p>
      <p className="tabular text-sm text-muted">{dateTime(item.at)}</p>
      <p>
        <Link
          to={isOpening ? paths.round(item.roundSlug) : paths.roundBoard(item.roundSlug)}
          className="link inline-block py-1.5"
        >
          {t(isOpening ? 'seeRound' : 'seeBoard')}
          <span className="sr-only"> {item.roundTitle}</span>
        </Link>
      </p>
    </div>
  )
}
