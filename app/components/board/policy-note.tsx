import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Criterion } from '../../core/ranking.ts'

type PolicyNoteProps = {
  policy: readonly Criterion[]
  scope: 'round' | 'overall'
  /** A heading of the page it stands on; as a note under a board it has its own. */
  title?: string
}

/** How places come about: printed from the same list that ranks. */
export function PolicyNote({ policy, scope, title }: PolicyNoteProps) {
  const t = useT(board)
  const Heading = title === undefined ? 'h2' : 'h3'

  return (
    <section className="grid gap-2 rounded-lg bg-sunken p-5 text-sm sm:p-6">
      <Heading className="text-base font-semibold">{title ?? t('policyTitle')}</Heading>
      <p>{scope === 'round' ? t('policyBest') : t('policyOverall')}</p>
      <ol className="grid list-decimal gap-1 pl-6 marker:font-semibold">
        {policy.map((criterion) => (
          <li key={criterion}>{t(`policy_${criterion}`)}</li>
        ))}
      </ol>
      <p>{t('policyTies')}</p>
    </section>
  )
}
