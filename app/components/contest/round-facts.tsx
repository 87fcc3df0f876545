import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Stat } from '../ui/stat.tsx'

export type RoundSettings = {
  opensAt: Date
  closesAt: Date
  durationMs: number
  questionCount: number
  attemptsAllowed: number | null
}

/** The settings of a round that a participant asks for first. */
export function RoundFacts({ round }: { round: RoundSettings }) {
  const t = useT(contest)
  const { dateTime, minutes, number } = useFormatters()

  return (
    <dl className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
      <Stat label={t('opensAtLabel')} value={<span className="text-lg">{dateTime(round.opensAt)}</span>} />
      <Stat label={t('closesAtLabel')} value={<span className="text-lg">{dateTime(round.closesAt)}</span>} />
      <Stat
        label={t('minutes')}
        value={minutes(round.durationMs)}
        note={`${t('questions')}: ${number(round.questionCount)}`}
      />
      <Stat
        label={t('attemptsAllowed')}
        value={round.attemptsAllowed === null ? t('unlimited') : number(round.attemptsAllowed)}
      />
    </dl>
  )
}
