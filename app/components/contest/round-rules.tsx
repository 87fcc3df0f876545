import { rules } from '#app/i18n/messages/rules.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { PredictionKind } from '../../core/prediction.ts'
import type { RankingPolicy } from '../../core/ranking-policy.ts'
import { releaseAt } from '../../core/release.ts'
import type { Release } from '../../core/release.ts'
import { Card } from '../ui/card.tsx'

export type RuledRound = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  opensAt: Date
  closesAt: Date
  durationMs: number
  attemptsAllowed: number | null
  endRule: 'must_start_before' | 'must_finish_before'
  questionCount: number
  pointsPerQuestion: number
  predictionKind: PredictionKind | null
  predictionPrompt: string | null
  releaseAfterSubmission: Release
  releaseAfterClose: Release
  policy: RankingPolicy
}

/** The settings of a round as sentences: what is written here is what the program does. */
export function RoundRules({ round }: { round: RuledRound }) {
  const t = useT(rules)
  const format = useFormatters()
  // Asked of the rule that releases, so that the page promises neither more nor less than it does.
  const atOnce = releaseAt(round, 'open')
  const later = releaseAt(round, 'provisional')
  const sentences = [
    t('window', { from: format.dateTime(round.opensAt), to: format.dateTime(round.closesAt) }),
    ...(round.kind === 'practice' ? [t('practiceRound')] : []),
    t('paper', {
      questions: format.number(round.questionCount),
      minutes: format.minutes(round.durationMs),
      points: format.number(round.pointsPerQuestion),
    }),
    round.attemptsAllowed === null
      ? t('attemptsUnlimited')
      : t('attempts', { count: format.number(round.attemptsAllowed) }),
    t(round.endRule),
    ...(round.predictionKind ? [t('prediction', { prompt: round.predictionPrompt ?? '' })] : []),
    t(`release_${atOnce}`),
    ...(later === atOnce && round.kind === 'practice' ? [] : [t(`after_${later}`)]),
  ]

  return (
    <Card className="grid gap-4">
      <h3 className="text-lg">{round.title}</h3>
      <ul className="grid list-disc gap-1.5 pl-6 marker:text-gold">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
