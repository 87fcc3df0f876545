import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { NewsDecision } from '../../core/news.ts'

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
  const t = useT(contest)
  const { dateTime } = useFormatters()
  const times = { before: dateTime(decision.closesAtBefore), after: dateTime(decision.closesAtAfter) }

  return (
    <div className="grid gap-1">
      <p className="font-semibold">{t(decision.kind, { title: decision.roundTitle })}</p>
      <p>{t(decision.kind === 'extension' ? 'extensionText' : 'closureText', times)}</p>
      <p>{t('reason', { reason: decision.reason })}</p>
      <p className="tabular text-sm text-muted">{t('decidedAt', { time: dateTime(decision.decidedAt) })}</p>
    </div>
  )
}
