import { decision as decisionTexts } from '#app/i18n/messages/decision.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { DecisionFacts } from '../../../core/rounds/decision-facts.ts'
import { useDecisionFacts } from '../../contest/decision-facts-text.ts'
import { Badge } from '../../ui/badge.tsx'
import type { BadgeTone } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'

export type RoundDecision = DecisionFacts & { id: string; reason: string; decidedAt: Date }

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

const TONES = {
  extension: 'info',
  closure: 'warn',
  extra_time: 'gold',
  exclusions: 'warn',
  lot_draw: 'info',
  official: 'good',
  correction: 'warn',
  finalization: 'good',
} as const satisfies Record<RoundDecision['kind'], BadgeTone>

function Decision({ decision }: { decision: RoundDecision }) {
  const t = useT(decisionTexts)
  const { dateTime } = useFormatters()
  const textOf = useDecisionFacts()

  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[decision.kind]}>{t(`badge_${decision.kind}`)}</Badge>
        <span className="text-sm text-muted">{dateTime(decision.decidedAt)}</span>
      </div>
      <p>{textOf(decision)}</p>
      {decision.reason && <p>{t('reason', { reason: decision.reason })}</p>}
    </div>
  )
}
