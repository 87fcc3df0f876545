import { rules } from '#app/i18n/messages/rules.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { DIFFICULTIES } from '../../core/rounds/blueprint-form.ts'
import { LEADING_ROWS, countersDelayOf } from '../../core/ranking/board-visibility.ts'
import { releaseAt } from '../../core/rounds/release.ts'
import type { RuledRound } from '../../core/rounds/ruled-round.ts'
import { Card } from '../ui/card.tsx'
import { FingerprintCard } from './fingerprint-card.tsx'
import type { FingerprintValue } from './fingerprint-card.tsx'

const HOUR_MS = 60 * 60_000

type RoundRulesProps = { round: RuledRound & { fingerprint: FingerprintValue | null } }

/** The settings of a round as sentences: what is written here is what the program does. */
export function RoundRules({ round }: RoundRulesProps) {
  const sentences = useSentences(round)

  return (
    <Card className="grid gap-4 print:break-inside-avoid">
      <h3 className="text-lg">{round.title}</h3>
      <ul className="grid list-disc gap-1.5 pl-6 marker:text-gold">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {round.fingerprint && (
        <FingerprintCard roundSlug={round.slug} fingerprint={round.fingerprint} heading="h4" />
      )}
    </Card>
  )
}

function useSentences(round: RuledRound): string[] {
  const t = useT(rules)
  const format = useFormatters()
  const topicsText = useTopicsText(round)
  // Asked of the rule that releases, so that the page promises neither more nor less than it does.
  const atOnce = releaseAt(round, 'open')
  const later = releaseAt(round, 'provisional')

  return [
    t('window', { from: format.dateTime(round.opensAt), to: format.dateTime(round.closesAt) }),
    ...(round.kind === 'practice' ? [t('practiceRound')] : []),
    t('paper', {
      questions: format.number(round.questionCount),
      minutes: format.minutes(round.durationMs),
      points: format.number(round.pointsPerQuestion),
      max: format.number(round.questionCount * round.pointsPerQuestion),
    }),
    t('paperFrom', { bank: round.bankTitle, law: round.law, topics: topicsText }),
    t(shuffleTextOf(round)),
    ...(round.acceptsFlaggedQuestions ? [t('flaggedToo')] : []),
    round.attemptsAllowed === null
      ? t('attemptsUnlimited')
      : t('attempts', { count: format.number(round.attemptsAllowed) }),
    t(round.endRule),
    ...(round.predictionKind ? [t('prediction', { prompt: round.predictionPrompt ?? '' })] : []),
    ...useBoardSentences(round),
    t(`release_${atOnce}`),
    ...(later === atOnce && round.kind === 'practice' ? [] : [t(`after_${later}`)]),
  ]
}

/** How much of the board the public sees while the round is open. */
function useBoardSentences(round: RuledRound): string[] {
  const t = useT(rules)
  const { number } = useFormatters()
  const delayMs = countersDelayOf(round)
  const { freezeBeforeMs, freezeUntil } = round

  return [
    ...(delayMs > 0
      ? [t('countersDelayed', { hours: number(delayMs / HOUR_MS), rows: number(LEADING_ROWS) })]
      : []),
    ...(freezeBeforeMs === null
      ? []
      : [t(`frozen_until_${freezeUntil}`, { hours: number(freezeBeforeMs / HOUR_MS) })]),
  ]
}

function shuffleTextOf({ shuffleQuestions, shuffleOptions }: RuledRound) {
  if (shuffleQuestions) return shuffleOptions ? 'shuffleBoth' : 'shuffleQuestions'

  return shuffleOptions ? 'shuffleOptions' : 'shuffleNone'
}

/** "Danh hiệu thi đua 5 câu (2 nhận biết, 2 thông hiểu, 1 vận dụng); …" */
function useTopicsText({ topics }: RuledRound): string {
  const t = useT(rules)
  const { number } = useFormatters()

  return topics
    .map(({ title, total, counts }) =>
      t('topic', {
        title,
        count: number(total),
        levels: DIFFICULTIES.filter((difficulty) => counts[difficulty] > 0)
          .map((difficulty) => t(`level_${difficulty}`, { count: number(counts[difficulty]) }))
          .join(', '),
      }),
    )
    .join('; ')
}
