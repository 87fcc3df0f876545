import { useEffect, useRef } from 'react'
import { live } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { LiveQuery } from '../../../../core/rounds/live-query.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Card } from '../../../ui/card.tsx'
import { ExtraTimeForm } from './extra-time-form.tsx'
import type { ExtraTimeAnswer, RunningPerson } from './extra-time-form.tsx'
import { LiveSearch } from './live-search.tsx'

type ExtraTimeCardProps = {
  found: { people: readonly RunningPerson[]; hasMore: boolean }
  /** What was just given; null otherwise. */
  given: { personName: string; extraMs: number; deadlineAfter: Date } | null
  query: LiveQuery
  /** Of a refused form; null otherwise. */
  answer: ExtraTimeAnswer | null
}

/** Finds somebody at work and gives them more time. */
export function ExtraTimeCard({ found, given, query, answer }: ExtraTimeCardProps) {
  const t = useT(live)
  const { people, hasMore } = found

  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 id="extra-time" className="text-xl">
          {t('extraTitle')}
        </h2>
        <p className="max-w-3xl">{t('extraLead')}</p>
      </div>
      {given && !answer && <Given given={given} />}
      <LiveSearch part="personSearch" label={t('personSearch')} hint={t('personSearchHint')} query={query} />
      {query.personSearch !== '' && people.length === 0 && (
        <p role="status">{t('personsNone', { search: query.personSearch })}</p>
      )}
      {hasMore && <p role="status">{t('personsMore')}</p>}
      {(people.length > 0 || answer) && <ExtraTimeForm people={people} answer={answer} />}
    </Card>
  )
}

/** Takes the focus, so that the news is read out and the keyboard goes on from here. */
function Given({ given }: { given: NonNullable<ExtraTimeCardProps['given']> }) {
  const t = useT(live)
  const { minutes, timeWithSeconds } = useFormatters()
  const place = useRef<HTMLDivElement>(null)
  const key = given.deadlineAfter.getTime()
  useEffect(() => place.current?.focus(), [key])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good">
        {t('extraDone', {
          minutes: minutes(given.extraMs),
          name: given.personName,
          time: timeWithSeconds(given.deadlineAfter),
        })}
      </Alert>
    </div>
  )
}
