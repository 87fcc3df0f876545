import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { CorrectionItem } from './correction-item.tsx'
import { PreviewFigures } from './preview-figures.tsx'
import type { PastRegrade } from './regrade-data.ts'

type PastRegradesProps = { past: readonly PastRegrade[]; predictionKind: PredictionKind | null }

/** The sets that were applied or given up, newest first, with what the public was told. */
export function PastRegrades({ past, predictionKind }: PastRegradesProps) {
  const t = useT(regrade)

  return (
    <Card aria-labelledby="past" className="grid gap-4">
      <h2 id="past" className="text-xl">
        {t('pastTitle')}
      </h2>
      {past.length === 0 ? (
        <p className="text-muted">{t('pastNone')}</p>
      ) : (
        <ol className="divide-y divide-line border-t border-line">
          {past.map((each) => (
            <li key={each.id} className="grid gap-2 py-4">
              <Past past={each} predictionKind={predictionKind} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Past({ past, predictionKind }: { past: PastRegrade; predictionKind: PredictionKind | null }) {
  const t = useT(regrade)
  const { dateTime, number } = useFormatters()
  const isApplied = past.state === 'applied'

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isApplied ? 'good' : 'neutral'}>{t(`badge_${past.state}`)}</Badge>
        <span className="tabular text-sm text-muted">
          {t(isApplied ? 'pastApplied' : 'pastCancelled', { time: dateTime(past.at) })} ·{' '}
          {t(isApplied ? 'confirmedBy' : 'startedBy', { name: past.by })}
        </span>
      </div>
      {past.publicNote !== null && (
        <p className="border-l-4 border-gold pl-3 whitespace-pre-line">
          <span className="block text-sm text-muted">{t('publicNoteLabel')}</span>
          {past.publicNote}
        </p>
      )}
      {isApplied && past.preview && (
        <p className="tabular">
          {t('pastFigures', {
            gaining: number(past.preview.gaining),
            losing: number(past.preview.losing),
            moved: number(past.preview.movedCount),
          })}
        </p>
      )}
      {past.corrections.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer content-center font-semibold text-brand-text">
            {t(isApplied ? 'pastDetails' : 'pastDetailsCancelled')}
          </summary>
          <div className="grid gap-6 pt-2">
            <ul className="grid gap-4">
              {past.corrections.map((correction) => (
                <li key={correction.versionId}>
                  <CorrectionItem correction={correction} />
                </li>
              ))}
            </ul>
            {isApplied && past.preview && (
              <PreviewFigures preview={past.preview} predictionKind={predictionKind} headingLevel="h3" />
            )}
          </div>
        </details>
      )}
    </>
  )
}
