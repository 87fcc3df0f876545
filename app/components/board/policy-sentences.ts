import { ranking } from '#app/i18n/messages/ranking.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { ContestPolicy, Criterion, RankingPolicy } from '../../core/ranking/ranking-policy.ts'

type Translate = ReturnType<typeof useT<(typeof ranking)['vi']>>

export type PolicySentences = {
  /** What counts, before the criteria. */
  counted: string[]
  criteria: string[]
}

/** A round's policy in sentences, in the page's language. */
export function useRoundPolicy(policy: RankingPolicy, asksPrediction: boolean): PolicySentences {
  return roundPolicySentences(useT(ranking), policy, asksPrediction)
}

/**
 * A round's policy in sentences.
 * @param asksPrediction where a round asks for none, everybody is equal by it and it is not named
 */
export function roundPolicySentences(
  t: Translate,
  policy: RankingPolicy,
  asksPrediction: boolean,
): PolicySentences {
  const criteria = policy.criteria.filter(({ by }) => asksPrediction || by !== 'prediction_distance')
  const comparesGuesses = criteria.some(({ by }) => by === 'prediction_distance')

  return {
    counted: [
      t(`counts_${policy.counts}`),
      ...(comparesGuesses ? [t(`guess_${policy.predictionFrom}`)] : []),
    ],
    criteria: criteria.map((criterion) => sentenceOf(t, criterion)),
  }
}

/** The policy of the contest's board in sentences. */
export function useContestPolicy(policy: ContestPolicy): PolicySentences {
  const t = useT(ranking)

  return {
    counted: [t(`combine_${policy.combine}`), ...(policy.prizesPerPerson === 'one' ? [t('prizes_one')] : [])],
    criteria: policy.criteria.map((criterion) => sentenceOf(t, criterion)),
  }
}

function sentenceOf(t: Translate, criterion: Criterion): string {
  switch (criterion.by) {
    case 'score':
      return t('score_higher')
    case 'prediction_distance':
      return t(`prediction_${criterion.overGuess}`)
    case 'duration':
    case 'ended_at':
    case 'started_at':
      return t(`${criterion.by}_${criterion.direction}` as 'duration_lower', {
        precision: t(`precision_${criterion.precisionMs}`),
      })
    case 'attempts_used':
    case 'full_score_attempts':
      return t(`${criterion.by}_${criterion.direction}`)
    case 'lot':
      return t('lot')
    default:
      return criterion satisfies never
  }
}
