import { complaint } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { ReactNode } from 'react'
import { isOpenComplaint } from '../../core/complaints/complaint.ts'
import type { ComplaintState, ComplaintSubject } from '../../core/complaints/complaint.ts'
import { ComplaintStateBadge, useLastDay, useSubjectName } from './complaint-state.tsx'

export type OwnComplaint = {
  id: string
  number: number
  attemptId: string
  roundTitle: string
  subject: ComplaintSubject
  position: number | null
  text: string
  state: ComplaintState
  filedAt: Date
  answerBy: Date
  decidedAt: Date | null
  answer: string | null
}

/** A complaint for its owner: what was said, where it stands, and the answer. `children` are what can be done with it. */
export function OwnComplaintCard({ own, children }: { own: OwnComplaint; children?: ReactNode }) {
  const t = useT(complaint)
  const { dateTime } = useFormatters()
  const subjectName = useSubjectName()
  const lastDay = useLastDay()

  return (
    <article className="grid gap-3 rounded-lg border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="text-base">
          {t('number', { number: own.number })} · {subjectName(own)}
        </h3>
        <ComplaintStateBadge state={own.state} />
      </header>
      <p className="tabular text-sm text-muted">
        {t('filedAt', { time: dateTime(own.filedAt) })}
        {isOpenComplaint(own.state) && ` · ${t('answerUntil', { date: lastDay(own.answerBy) })}`}
      </p>
      <p className="whitespace-pre-line">{own.text}</p>
      {own.answer !== null && own.decidedAt && (
        <div className="grid gap-1 border-l-4 border-gold pl-4">
          <p className="tabular text-sm font-semibold">
            {t('answeredAt', { time: dateTime(own.decidedAt) })}
          </p>
          <p className="whitespace-pre-line">{own.answer}</p>
        </div>
      )}
      {children}
    </article>
  )
}
