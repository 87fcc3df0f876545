import { audit } from '#app/i18n/messages/audit.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { AuditEvent } from './audit-events.tsx'
import { useAuditWords } from './use-audit-words.ts'

const HEAD_CLASS = 'sticky top-0 z-10 bg-sunken px-3 py-2.5 text-left text-sm font-semibold'
const CELL_CLASS = 'block px-3 py-1 align-top md:table-cell md:border-t md:border-line md:py-3'

/** A table on wide screens; on phones each event is a block of its own. */
export function AuditTable({ events }: { events: readonly AuditEvent[] }) {
  const t = useT(audit)
  const { dateTime } = useFormatters()
  const { sentenceOf, actorOf } = useAuditWords()

  return (
    <table className="w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface">
      <caption className="sr-only">{t('tableCaption')}</caption>
      <thead className="max-md:sr-only">
        <tr>
          <th scope="col" className={`${HEAD_CLASS} w-52`}>
            {t('time')}
          </th>
          <th scope="col" className={`${HEAD_CLASS} w-64`}>
            {t('actor')}
          </th>
          <th scope="col" className={HEAD_CLASS}>
            {t('what')}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} className="max-md:block max-md:border-t max-md:border-line max-md:py-2">
            <td className={`${CELL_CLASS} tabular text-sm text-muted`}>
              <time dateTime={event.recordedAt.toISOString()}>{dateTime(event.recordedAt)}</time>
            </td>
            <td className={`${CELL_CLASS} font-semibold`}>{actorOf(event.actor)}</td>
            <td className={CELL_CLASS}>{sentenceOf(event.done)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
