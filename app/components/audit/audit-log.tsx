import { Link } from '@remix-run/react'
import { audit } from '#app/i18n/messages/audit.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { useCan } from '../organizer/console-capabilities.ts'
import { Card } from '../ui/card.tsx'
import { AuditEvents } from './audit-events.tsx'
import type { AuditEvent } from './audit-events.tsx'

/** The newest events, on the console's first page. */
export function AuditLog({ events }: { events: readonly AuditEvent[] }) {
  const t = useT(organizer)
  const tAudit = useT(audit)
  const canRead = useCan('audit.read')

  return (
    <Card className="grid content-start gap-5">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('auditTitle')}</h2>
        <p className="text-sm text-muted">{t('auditLead')}</p>
        {canRead && (
          <Link to={paths.auditLog} className="link justify-self-start text-sm">
            {tAudit('newest')}
          </Link>
        )}
      </div>
      {events.length === 0 ? <p className="text-muted">{t('auditNone')}</p> : <AuditEvents events={events} />}
    </Card>
  )
}
