import { useFormatters } from '#app/i18n/use-texts.ts'
import type { Done } from './audit-sentence.ts'
import { useAuditWords } from './use-audit-words.ts'

export type AuditEvent = {
  id: string
  recordedAt: Date
  actor: { fullName: string; loginName: string } | null
  done: Done
}

/** Who did what, when, as sentences. */
export function AuditEvents({ events }: { events: readonly AuditEvent[] }) {
  const { dateTime } = useFormatters()
  const { sentenceOf, actorOf } = useAuditWords()

  return (
    <ol className="grid gap-4">
      {events.map((event) => (
        <li key={event.id} className="grid gap-0.5 border-t border-line pt-4">
          <time dateTime={event.recordedAt.toISOString()} className="tabular text-sm text-muted">
            {dateTime(event.recordedAt)}
          </time>
          <p>
            <span className="font-semibold">{actorOf(event.actor)}</span> {sentenceOf(event.done)}
          </p>
        </li>
      ))}
    </ol>
  )
}
