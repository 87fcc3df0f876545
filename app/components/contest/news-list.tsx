import { Link } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { News } from '../../core/news.ts'
import { paths } from '../../http/paths.ts'
import { DecisionText } from './decision-list.tsx'

/** What has happened in the contest, newest first. */
export function NewsList({ news }: { news: readonly News[] }) {
  return (
    <ol className="grid gap-4">
      {news.map((item) => (
        <li
          key={item.kind === 'decision' ? item.decision.id : `${item.kind} ${item.roundSlug}`}
          className="border-l-4 border-gold py-1 pl-4"
        >
          {item.kind === 'decision' ? <DecisionText decision={item.decision} /> : <RoundNews item={item} />}
        </li>
      ))}
    </ol>
  )
}

function RoundNews({ item }: { item: News & { kind: 'opened' | 'settled' } }) {
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
