import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Criterion } from '../../core/ranking.ts'

/** How places come about: printed from the same list that ranks. */
export function PolicyNote({ policy, scope }: { policy: readonly Criterion[]; scope: 'round' | 'overall' }) {
  const t = useT(board)

  return (
    <section className="grid gap-2 rounded-lg bg-sunken p-5 text-sm">
      <h2 className="text-base font-semibold">{t('policyTitle')}</h2>
      <p>{scope === 'round' ? t('policyBest') : t('policyOverall')}</p>
      <ol className="list-decimal pl-5">
        {policy.map((criterion) => (
          <li key={criterion}>{t(`policy_${criterion}`)}</li>
        ))}
      </ol>
      <p>{t('policyTies')}</p>
    </section>
  )
}
