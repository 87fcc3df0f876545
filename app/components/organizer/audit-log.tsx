import { complaint } from '#app/i18n/messages/complaint.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Card } from '../ui/card.tsx'

type RoundChange = { roundTitle: string; reason: string; from: Date; to: Date }
type BankLoad = {
  bankTitle: string
  added: number
  changed: number
  retired: number
  restored: number
  unchanged: number
}

export type AuditEvent = {
  id: string
  recordedAt: Date
  actor: { fullName: string; loginName: string } | null
  done:
    | ({ action: 'round.extend' | 'round.close' } & RoundChange)
    | ({ action: 'attempt.extend'; personName: string; extraMs: number } & RoundChange)
    | { action: 'announcement.publish' | 'announcement.edit' | 'announcement.withdraw'; title: string }
    | ({ action: 'bank.load' } & BankLoad)
    | { action: 'profile_request.handle'; personName: string }
    | { action: 'item_analysis.request'; roundTitle: string }
    | { action: keyof typeof COMPLAINT_TEXTS; number: string }
    | { action: 'other'; name: string; subject: string }
}

/** Who did what, when, as sentences. */
export function AuditLog({ events }: { events: readonly AuditEvent[] }) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()
  const sentenceOf = useSentence()

  return (
    <Card className="grid content-start gap-5">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('auditTitle')}</h2>
        <p className="text-sm text-muted">{t('auditLead')}</p>
      </div>
      {events.length === 0 ? (
        <p className="text-muted">{t('auditNone')}</p>
      ) : (
        <ol className="grid gap-4">
          {events.map((event) => (
            <li key={event.id} className="grid gap-0.5 border-t border-line pt-4">
              <time dateTime={event.recordedAt.toISOString()} className="tabular text-sm text-muted">
                {dateTime(event.recordedAt)}
              </time>
              <p>
                <span className="font-semibold">
                  {event.actor ? t('auditActor', event.actor) : t('auditOperator')}
                </span>{' '}
                {sentenceOf(event.done)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

const LOAD_PARTS = [
  ['added', 'auditAdded'],
  ['changed', 'auditChanged'],
  ['retired', 'auditRetired'],
  ['restored', 'auditRestored'],
  ['unchanged', 'auditUnchanged'],
] as const

const COMPLAINT_TEXTS = {
  'complaint.file': 'auditFiled',
  'complaint.withdraw': 'auditWithdrawn',
  'complaint.acknowledge': 'auditAcknowledged',
  'complaint.answer': 'auditAnswered',
} as const

const ANNOUNCEMENT_TEXTS = {
  'announcement.publish': 'auditAnnouncementPublish',
  'announcement.edit': 'auditAnnouncementEdit',
  'announcement.withdraw': 'auditAnnouncementWithdraw',
} as const

function useSentence(): (done: AuditEvent['done']) => string {
  const t = useT(organizer)
  const tComplaint = useT(complaint)
  const { dateTime, exactDateTime, minutes, number } = useFormatters()

  return (done) => {
    switch (done.action) {
      case 'round.extend':
      case 'round.close':
        return t(done.action === 'round.extend' ? 'auditExtend' : 'auditClose', {
          title: done.roundTitle,
          reason: done.reason,
          from: dateTime(done.from),
          to: dateTime(done.to),
        })
      case 'attempt.extend':
        return t('auditExtraTime', {
          minutes: minutes(done.extraMs),
          name: done.personName,
          title: done.roundTitle,
          reason: done.reason,
          from: exactDateTime(done.from),
          to: exactDateTime(done.to),
        })
      case 'announcement.publish':
      case 'announcement.edit':
      case 'announcement.withdraw':
        return t(ANNOUNCEMENT_TEXTS[done.action], { title: done.title })
      case 'bank.load':
        return t('auditBankLoad', {
          title: done.bankTitle,
          changes: LOAD_PARTS.filter(([part]) => done[part] > 0)
            .map(([part, text]) => t(text, { count: number(done[part]) }))
            .join(', '),
        })
      case 'profile_request.handle':
        return t('auditRequest', { name: done.personName })
      case 'item_analysis.request':
        return t('auditAnalysis', { title: done.roundTitle })
      case 'complaint.file':
      case 'complaint.withdraw':
      case 'complaint.acknowledge':
      case 'complaint.answer':
        return tComplaint(COMPLAINT_TEXTS[done.action], { number: done.number })
      case 'other':
        return t('auditOther', done)
      default:
        return done satisfies never
    }
  }
}
