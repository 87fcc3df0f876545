import { rules } from '#app/i18n/messages/rules.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { ContestPolicy } from '../../core/ranking/ranking-policy.ts'
import type { RuledRound } from '../../core/rounds/ruled-round.ts'
import { ContestPolicyNote, RoundPolicyNote } from '../board/policy-note.tsx'
import { RulesSection } from './rules-section.tsx'

/** What is predicted in which round, and how the answer is found. */
export function PredictionRules({ rounds }: { rounds: readonly RuledRound[] }) {
  const t = useT(rules)
  const byKind = Map.groupBy(rounds, (round) => round.predictionKind)
  byKind.delete(null)
  if (byKind.size === 0) return null

  return (
    <RulesSection title={t('predictionTitle')}>
      <p>{t('predictionText')}</p>
      <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
        {[...byKind].map(
          ([kind, ofKind]) =>
            kind && (
              <li key={kind}>
                {/* One kind for all rounds needs no names. */}
                {byKind.size > 1 && `${titlesOf(ofKind)}: `}
                {t(`kind_${kind}`)}
              </li>
            ),
        )}
      </ul>
    </RulesSection>
  )
}

type RankingRulesProps = { rounds: readonly RuledRound[]; contestPolicy: ContestPolicy }

/** Rounds with the same policy share one note. */
export function RankingRules({ rounds, contestPolicy }: RankingRulesProps) {
  const t = useT(rules)
  const ranked = rounds.filter((round) => round.kind === 'ranked')
  const byPolicy = [...Map.groupBy(ranked, policyKeyOf).values()]

  return (
    <RulesSection title={t('rankingTitle')}>
      {byPolicy.map(
        (alike) =>
          alike[0] && (
            <RoundPolicyNote
              key={titlesOf(alike)}
              title={t('rankingOf', { rounds: titlesOf(alike) })}
              policy={alike[0].rankingPolicy}
              asksPrediction={alike[0].predictionKind !== null}
            />
          ),
      )}
      {ranked.length > 1 && <ContestPolicyNote title={t('rankingOverall')} policy={contestPolicy} />}
    </RulesSection>
  )
}

function titlesOf(rounds: readonly RuledRound[]): string {
  return rounds.map((round) => round.title).join('; ')
}

/** Equal for rounds whose policies read the same. */
function policyKeyOf({ rankingPolicy, predictionKind }: RuledRound): string {
  return JSON.stringify([rankingPolicy, predictionKind !== null])
}
