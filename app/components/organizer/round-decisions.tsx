import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'

export type RoundDecision = {
  id: string
  kind: 'extension' | 'closure'
  reason: string
  closesAtBefore: Date
  closesAtAfter: Date
  decidedAt: Date
}

/** What was decided about a round so far, as the public reads it, newest first. */
export function RoundDecisions({ decisions }: { decisions: readonly RoundDecision[] }) {
  const t = useT(organizer)

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('decisionsTitle')}</h2>
      {decisions.length === 0 ? (
        <p className="text-muted">{t('decisionsNone')}</p>
      ) : (
        <ol className="grid gap-4">
          {decisions.map((decision) => (
            <li key={decision.id} className="border-t border-line pt-4">
              <Decision decision={decision} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Decision({ decision }: { decision: RoundDecision }) {
  const t = useT(organizer)
  const { dateTime } = useFormatters()
  const isExtension = decision.kind === 'extension'

  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isExtension ? 'info' : 'warn'}>
          {t(isExtension ? 'decisionExtension' : 'decisionClosure')}
        </Badge>
        <span className="text-sm text-muted">{dateTime(decision.decidedAt)}</span>
      </div>
      <p>
        {t(isExtension ? 'decisionExtensionText' : 'decisionClosureText', {
          from: dateTime(decision.closesAtBefore),
          to: dateTime(decision.closesAtAfter),
        })}
      </p>
      <p>{t('decisionReason', { reason: decision.reason })}</p>
    </div>
  )
}
