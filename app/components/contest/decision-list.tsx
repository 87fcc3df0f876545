import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

export type PublicDecision = {
  id: string
  roundTitle: string
  kind: 'extension' | 'closure'
  reason: string
  closesAtBefore: Date
  closesAtAfter: Date
  decidedAt: Date
}

/** Changes of rounds whose rules were locked: what, why and when. */
export function DecisionList({ decisions }: { decisions: readonly PublicDecision[] }) {
  const t = useT(contest)
  const { dateTime } = useFormatters()

  return (
    <ul className="grid gap-4">
      {decisions.map((decision) => {
        const times = { before: dateTime(decision.closesAtBefore), after: dateTime(decision.closesAtAfter) }

        return (
          <li key={decision.id} className="grid gap-1 border-l-4 border-gold bg-surface p-4">
            <p className="font-semibold">{t(decision.kind, { title: decision.roundTitle })}</p>
            <p>{t(decision.kind === 'extension' ? 'extensionText' : 'closureText', times)}</p>
            <p>{t('reason', { reason: decision.reason })}</p>
            <p className="tabular text-sm text-muted">{dateTime(decision.decidedAt)}</p>
          </li>
        )
      })}
    </ul>
  )
}
