import { rules } from '#app/i18n/messages/rules.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Release } from '../../core/release.ts'

type RoundRulesProps = {
  round: {
    title: string
    opensAt: Date
    closesAt: Date
    durationMs: number
    attemptsAllowed: number | null
    endRule: 'must_start_before' | 'must_finish_before'
    questionCount: number
    pointsPerQuestion: number
    predictionPrompt: string | null
    releaseAfterSubmission: Release
    releaseAfterClose: Release
  }
}

/** The settings of a round as sentences: what is written here is what the program does. */
export function RoundRules({ round }: RoundRulesProps) {
  const t = useT(rules)
  const format = useFormatters()
  const sentences = [
    t('window', { from: format.dateTime(round.opensAt), to: format.dateTime(round.closesAt) }),
    t('paper', {
      questions: format.number(round.questionCount),
      minutes: format.minutes(round.durationMs),
      points: format.number(round.pointsPerQuestion),
    }),
    round.attemptsAllowed === null
      ? t('attemptsUnlimited')
      : t('attempts', { count: format.number(round.attemptsAllowed) }),
    t(round.endRule),
    ...(round.predictionPrompt ? [t('prediction', { prompt: round.predictionPrompt })] : []),
    t(`release_${round.releaseAfterSubmission}`),
    t(`after_${round.releaseAfterClose}`),
  ]

  return (
    <>
      <h3 className="text-lg">{round.title}</h3>
      <ul className="grid list-disc gap-1.5 pl-6 marker:text-gold">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
