import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { Stat } from '../ui/stat.tsx'
import { MovedPeople } from './moved-people.tsx'
import type { NamedPreview } from './regrade-data.ts'

type PreviewFiguresProps = {
  preview: NamedPreview
  predictionKind: PredictionKind | null
  headingLevel: 'h3' | 'h4'
}

/** What a set of corrections does: counts, the prediction's truth, and who moves in and out of the first places. */
export function PreviewFigures({ preview, predictionKind, headingLevel }: PreviewFiguresProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const places = number(preview.places)
  const group = preview.arePrizes ? 'prizes' : 'places'
  const ofPeople = t('ofPeople', { people: number(preview.people) })

  return (
    <>
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-5">
        <Stat label={t('attempts')} value={number(preview.attempts)} />
        <Stat label={t('changedAttempts')} value={number(preview.changedAttempts)} />
        <Stat label={t('gaining')} value={number(preview.gaining)} />
        <Stat label={t('losing')} value={number(preview.losing)} />
        <Stat label={t('moved')} value={number(preview.movedCount)} note={ofPeople} />
      </dl>
      {preview.changedAttempts === 0 && <p className="font-semibold">{t('nothingChanges')}</p>}
      {predictionKind && preview.truthBefore !== null && preview.truthAfter !== null && (
        <Truth
          preview={preview}
          kind={predictionKind}
          before={BigInt(preview.truthBefore)}
          after={BigInt(preview.truthAfter)}
          headingLevel={headingLevel}
        />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <MovedPeople
          title={t(`entering_${group}`, { places })}
          headingLevel={headingLevel}
          people={preview.entering}
          count={preview.enteringCount}
        />
        <MovedPeople
          title={t(`leaving_${group}`, { places })}
          headingLevel={headingLevel}
          people={preview.leaving}
          count={preview.leavingCount}
        />
      </div>
      <p className="text-sm text-muted">
        {t('placesNote')} {!preview.arePrizes && t('noPrizesNote', { places })}
      </p>
    </>
  )
}

type TruthProps = {
  preview: NamedPreview
  kind: PredictionKind
  before: bigint
  after: bigint
  headingLevel: 'h3' | 'h4'
}

function Truth({ preview, kind, before, after, headingLevel: Heading }: TruthProps) {
  const t = useT(regrade)
  const locale = useLocale()
  const { number } = useFormatters()
  const isMoved = before !== after

  return (
    <section className="grid gap-1 rounded-md bg-sunken p-4">
      <Heading className="font-semibold">{t('truthTitle')}</Heading>
      <p className="tabular">
        {t(isMoved ? 'truthMoves' : 'truthStays', {
          before: formatPrediction(kind, before, locale),
          after: formatPrediction(kind, after, locale),
        })}{' '}
        {isMoved &&
          (preview.movedByTruth > 0
            ? t('truthMoved', { count: number(preview.movedByTruth) })
            : t('truthMovesNobody'))}
      </p>
    </section>
  )
}
