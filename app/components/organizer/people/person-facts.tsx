import type { ReactNode } from 'react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Card } from '../../ui/card.tsx'

type FactsProps = { title: string; none: string; isEmpty: boolean; children: ReactNode }

function Facts({ title, none, isEmpty, children }: FactsProps) {
  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{title}</h2>
      {isEmpty ? <p className="text-muted">{none}</p> : <ul className="divide-y divide-line">{children}</ul>}
    </Card>
  )
}

type ConsentFact = {
  id: string
  kind: 'processing' | 'name_publication'
  isGiven: boolean
  noticeVersion: string
  recordedAt: Date
}

/** What the person agreed to or refused, each time. */
export function PersonConsents({ consents }: { consents: readonly ConsentFact[] }) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()

  return (
    <Facts title={t('consentsTitle')} none={t('consentsNone')} isEmpty={consents.length === 0}>
      {consents.map(({ id, kind, isGiven, noticeVersion, recordedAt }) => (
        <li key={id} className="grid py-2.5">
          <span>
            {t('consentRow', {
              kind: t(`consent_${kind}`),
              answer: t(isGiven ? 'consentGiven' : 'consentRefused'),
            })}
          </span>
          <span className="tabular text-sm text-muted">
            {t('consentWhen', { time: dateTime(recordedAt), version: noticeVersion })}
          </span>
        </li>
      ))}
    </Facts>
  )
}

type AttemptFact = {
  id: string
  roundTitle: string
  number: number
  status: 'running' | 'submitted' | 'expired'
  startedAt: Date
  score: number | null
}

/** Attempts with their points once they have ended; nobody sees a paper or an answer here. */
export function PersonAttempts({ attempts }: { attempts: readonly AttemptFact[] }) {
  const t = useT(peopleTexts)
  const { dateTime, number } = useFormatters()

  return (
    <Facts title={t('attemptsTitle')} none={t('attemptsNone')} isEmpty={attempts.length === 0}>
      {attempts.map(({ id, roundTitle, number: place, status, startedAt, score }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
          <span className="grid">
            {t('attemptRow', { round: roundTitle, number: number(place) })}
            <span className="tabular text-sm text-muted">
              {t('attemptStarted', { time: dateTime(startedAt) })}
            </span>
          </span>
          <span className="tabular font-semibold">
            {status === 'running' || score === null
              ? t('attemptRunning')
              : t('attemptScore', { score: number(score) })}
          </span>
        </li>
      ))}
    </Facts>
  )
}

type EventFact = {
  id: string
  /** What was done, in words. */
  what: string
  recordedAt: Date
  actorName: string | null
  reason: string | null
  correction: {
    before: { fullName: string; unitName: string | null }
    after: { fullName: string; unitName: string | null }
  } | null
}

/** What the organizers did with this account, from the audit log. */
export function PersonHistory({ events }: { events: readonly EventFact[] }) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()

  return (
    <Facts title={t('historyTitle')} none={t('historyNone')} isEmpty={events.length === 0}>
      {events.map(({ id, what, recordedAt, actorName, reason, correction }) => (
        <li key={id} className="grid gap-0.5 py-2.5">
          <span className="font-semibold">{what}</span>
          {correction && <Change before={correction.before.fullName} after={correction.after.fullName} />}
          {correction && <Change before={correction.before.unitName} after={correction.after.unitName} />}
          {reason && <span>{t('historyReason', { reason })}</span>}
          <span className="tabular text-sm text-muted">
            {dateTime(recordedAt)}, {actorName ?? t('operator')}
          </span>
        </li>
      ))}
    </Facts>
  )
}

function Change({ before, after }: { before: string | null; after: string | null }) {
  const t = useT(peopleTexts)
  if (before === after) return null

  return <span>{t('historyChange', { before: before ?? t('noUnit'), after: after ?? t('noUnit') })}</span>
}
