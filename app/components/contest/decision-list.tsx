import { decision as decisionTexts } from '#app/i18n/messages/decision.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { NewsDecision } from '../../core/contests/news.ts'
import { useDecisionFacts } from './decision-facts-text.ts'

export type PublicDecision = NewsDecision

/** Changes of rounds whose rules were locked: what, why and when. */
export function DecisionList({ decisions }: { decisions: readonly PublicDecision[] }) {
  return (
    <ul className="grid gap-4">
      {decisions.map((decision) => (
        <li
          key={decision.id}
          className="rounded-md border border-l-4 border-line border-l-gold bg-surface p-4"
        >
          <DecisionText decision={decision} />
        </li>
      ))}
    </ul>
  )
}

export function DecisionText({ decision }: { decision: PublicDecision }) {
  const t = useT(decisionTexts)
  const { dateTime } = useFormatters()
  const textOf = useDecisionFacts()

  return (
    <div className="grid gap-1">
      <p className="font-semibold">{t(decision.kind, { title: decision.roundTitle })}</p>
      <p>{textOf(decision)}</p>
      {decision.reason && <p>{t('reason', { reason: decision.reason })}</p>}
      <p className="tabular text-sm text-muted">{t('decidedAt', { time: dateTime(decision.decidedAt) })}</p>
    </div>
  )
}
