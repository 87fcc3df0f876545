import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { isOpenComplaint } from '../../core/complaints/complaint.ts'
import type { ComplaintState, ComplaintSubject } from '../../core/complaints/complaint.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { LinkButton } from '../ui/button.tsx'
import { ComplaintStateBadge, useLastDay, useSubjectName } from './complaint-state.tsx'

export type ListedComplaint = {
  number: number
  roundTitle: string
  subject: ComplaintSubject
  position: number | null
  questionCode: string | null
  person: { fullName: string; unitName: string | null }
  state: ComplaintState
  filedAt: Date
  acknowledgeBy: Date
  answerBy: Date
}

export type ComplaintFilterLink = {
  name: 'open' | 'received' | 'in_review' | 'answered' | 'withdrawn' | 'all'
  to: string
  count: number
  isCurrent: boolean
}

/** The filters as links, each with its count. */
export function ComplaintFilters({ filters }: { filters: readonly ComplaintFilterLink[] }) {
  const t = useT(complaint)
  const { number } = useFormatters()

  return (
    <nav aria-label={t('filters')}>
      <ul className="flex flex-wrap gap-1 rounded-md bg-sunken p-1">
        {filters.map(({ name, to, count, isCurrent }) => (
          <li key={name}>
            <LinkButton
              to={to}
              look="quiet"
              aria-current={isCurrent ? 'page' : undefined}
              className={classNames('min-h-11 px-3.5 py-1.5', isCurrent && 'bg-surface shadow-card')}
            >
              {t('filterCount', { label: t(`filter_${name}`), count: number(count) })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type ComplaintListProps = { complaints: readonly ListedComplaint[]; now: Date }

/** Complaints with who sent them, what is due and where they stand. */
export function ComplaintList({ complaints, now }: ComplaintListProps) {
  const t = useT(complaint)
  const { dateTime } = useFormatters()
  const subjectName = useSubjectName()

  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
      {complaints.map((row) => (
        <li
          key={row.number}
          className="grid gap-x-6 gap-y-2 p-5 md:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_14rem] md:items-start"
        >
          <div className="grid gap-1">
            <Link to={paths.complaint(row.number)} className="link font-semibold">
              {t('number', { number: row.number })} · {subjectName(row)}
            </Link>
            <p className="text-sm text-muted">
              {row.roundTitle}
              {row.questionCode !== null && ` · ${row.questionCode}`}
            </p>
            <p className="tabular text-sm text-muted">{t('filedAt', { time: dateTime(row.filedAt) })}</p>
          </div>
          <div>
            <p className="font-semibold">{row.person.fullName}</p>
            <p className="text-sm text-muted">{row.person.unitName ?? t('noUnit')}</p>
          </div>
          <div className="grid gap-2 justify-items-start">
            <ComplaintStateBadge state={row.state} />
            {isOpenComplaint(row.state) && <Deadline complaint={row} now={now} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

type DeadlineProps = {
  complaint: { state: ComplaintState; acknowledgeBy: Date; answerBy: Date }
  now: Date
}

/** What of an open complaint is due next, told in words when it is overdue. */
export function Deadline({ complaint: { state, acknowledgeBy, answerBy }, now }: DeadlineProps) {
  const t = useT(complaint)
  const lastDay = useLastDay()
  const isNew = state === 'received'
  const deadline = isNew && acknowledgeBy < answerBy ? acknowledgeBy : answerBy
  const isOverdue = deadline <= now

  return (
    <p
      className={classNames(
        'tabular flex items-start gap-1.5 text-sm',
        isOverdue ? 'font-semibold text-bad' : 'text-muted',
      )}
    >
      {isOverdue && <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
      <span>
        {isOverdue && `${t('overdue')} · `}
        {t(deadline === answerBy ? 'decideUntil' : 'acknowledgeUntil', { date: lastDay(deadline) })}
      </span>
    </p>
  )
}
