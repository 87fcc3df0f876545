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
  const { date, time, minutes, number } = useFormatters()
  const moment = (instant: Date) => ({
    value: <span className="text-lg sm:text-xl">{date(instant)}</span>,
    note: t('atTime', { time: time(instant) }),
  })

  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:gap-x-6 sm:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
      <Stat label={t('opensAtLabel')} {...moment(round.opensAt)} />
      <Stat label={t('closesAtLabel')} {...moment(round.closesAt)} />
      <Stat label={t('minutes')} value={minutes(round.durationMs)} />
      <Stat label={t('questions')} value={number(round.questionCount)} />
      <Stat
        label={t('attemptsAllowed')}
        value={round.attemptsAllowed === null ? t('unlimited') : number(round.attemptsAllowed)}
      />
    </dl>
  )
}
