import type { ReactNode } from 'react'
import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { Badge } from '../ui/badge.tsx'
import type { BadgeTone } from '../ui/badge.tsx'
import { RankMark } from '../ui/rank-mark.tsx'
import { PersonName } from './person-name.tsx'
import type { ClosingCandidate } from './closing-view-data.ts'

const TONES = {
  winner: 'good',
  reserve: 'info',
  rejected: 'warn',
  passed_over: 'neutral',
  tied: 'warn',
} as const satisfies Record<ClosingCandidate['standing'], BadgeTone>

type CandidateListProps = {
  candidates: readonly ClosingCandidate[]
  predictionKind: PredictionKind | null
  /** What stands under a candidate, such as the forms of the check. */
  children?: (candidate: ClosingCandidate) => ReactNode
}

/** People near a prize, in the order of the board, with what they would get. */
export function CandidateList({ candidates, predictionKind, children }: CandidateListProps) {
  const t = useT(closing)
  const locale = useLocale()
  const { duration, number } = useFormatters()
  if (candidates.length === 0) return <p className="text-muted">{t('candidatesNone')}</p>

  return (
    <ol className="divide-y divide-line">
      {candidates.map((candidate) => (
        <li key={candidate.participantId} className="grid grid-cols-[3.25rem_1fr] gap-x-3 gap-y-2 py-3">
          <span className="row-span-2 text-center">
            <RankMark rank={candidate.rank} />
          </span>
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <span className="grid">
              <PersonName person={candidate} />
              {candidate.figures && (
                <span className="tabular text-sm">
                  {t('resultText', {
                    score: number(candidate.figures.score),
                    time: duration(candidate.figures.durationMs),
                  })}
                  {predictionKind && candidate.figures.predictionDistance !== null && (
                    <>
                      {' · '}
                      {t('distanceText', {
                        distance: formatPrediction(
                          predictionKind,
                          candidate.figures.predictionDistance,
                          locale,
                        ),
                      })}
                    </>
                  )}
                </span>
              )}
            </span>
            <span className="flex flex-wrap items-center gap-2">
              {candidate.prizeTitle && <span className="font-semibold">{candidate.prizeTitle}</span>}
              <Badge tone={TONES[candidate.standing]}>{t(`is_${candidate.standing}`)}</Badge>
            </span>
          </div>
          {children && <div className="min-w-0">{children(candidate)}</div>}
        </li>
      ))}
    </ol>
  )
}
