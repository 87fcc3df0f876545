import { boardState } from '#app/i18n/messages/board-state.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { LEADING_ROWS } from '../../core/ranking/board-visibility.ts'
import type { BoardVisibility } from '../../core/ranking/board-visibility.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import type { PredictionFacts } from '../../core/ranking/prediction-facts.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { isOfficialPhase } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { Alert } from '../ui/alert.tsx'

export type RoundState = {
  phase: Phase
  /** When this state began. */
  since: Date | null
  complaintsUntil: Date | null
  predictionKind: PredictionKind | null
  predictionTruth: bigint | null
  predictionFacts: PredictionFacts | null
}

type StateNoteProps = {
  /** Null for the overall board. */
  round: RoundState | null
  visibility: BoardVisibility
  computedAt: Date
  /** When the round was regraded, and why; empty when it was not. */
  regrades: readonly RegradeNote[]
}

export type RegradeNote = { appliedAt: Date; publicNote: string }

/** Names the state of the result and its time, what predictions were compared with, and what the board holds back. */
export function StateNote({ round, visibility, computedAt, regrades }: StateNoteProps) {
  const t = useT(boardState)
  const { dateTime, number } = useFormatters()
  const sentences = useStateSentences(round, computedAt)
  if (round?.phase === 'scheduled') return null

  return (
    <div className="grid max-w-3xl gap-3">
      {visibility.kind === 'frozen' && (
        <Alert kind="info" title={t('frozenTitle', { since: dateTime(visibility.since) })}>
          {t('frozenText')}
        </Alert>
      )}
      <p className="text-sm text-muted">{sentences.join(' ')}</p>
      {regrades.map(({ appliedAt, publicNote }) => (
        <Alert key={appliedAt.getTime()} kind="info" title={t('regradedAt', { time: dateTime(appliedAt) })}>
          {publicNote}
        </Alert>
      ))}
      {visibility.kind === 'leaders' && (
        <p className="text-sm text-muted">
          {visibility.numbersFrom
            ? t('leadersTextWaiting', {
                rows: number(LEADING_ROWS),
                from: dateTime(visibility.numbersFrom),
              })
            : t('leadersText', { rows: number(LEADING_ROWS), until: dateTime(visibility.countedUntil) })}
        </p>
      )}
    </div>
  )
}

function useStateSentences(round: RoundState | null, computedAt: Date): string[] {
  const t = useT(boardState)
  const truth = useTruthSentences(round)
  const { dateTime, minutes } = useFormatters()
  const time = dateTime(computedAt)
  if (!round) return [t('overall', { time })]
  if (round.phase === 'draft' || round.phase === 'scheduled') return []

  const until = isOfficialPhase(round.phase) ? round.complaintsUntil : null
  const leftMs = until ? until.getTime() - computedAt.getTime() : 0

  return [
    t(round.phase, { time, since: dateTime(round.since ?? computedAt) }),
    ...(until && leftMs > 0
      ? [t('complaintsOpen', { until: dateTime(until), left: minutes(leftMs) })]
      : until
        ? [t('complaintsOver', { until: dateTime(until) })]
        : []),
    ...(round.phase === 'open' && round.predictionKind ? [t('predictionLater')] : []),
    ...truth,
  ]
}

/** The truth with what it was computed from. */
function useTruthSentences(round: RoundState | null): string[] {
  const t = useT(boardState)
  const locale = useLocale()
  const { dateTime, number } = useFormatters()
  if (!round?.predictionKind || round.predictionTruth === null) return []

  const { predictionKind: kind, predictionTruth: truth, predictionFacts: facts } = round

  return [
    t(`truth_${kind}`, { value: formatPrediction(kind, truth, locale) }),
    ...(facts
      ? [
          t('truthFacts', {
            time: dateTime(facts.computedAt),
            people: number(facts.people),
            peopleAllRight: number(facts.peopleAllRight),
            attempts: number(facts.attempts),
            excluded: facts.excluded > 0 ? t('truthExcluded', { count: number(facts.excluded) }) : '',
          }),
        ]
      : []),
  ]
}
