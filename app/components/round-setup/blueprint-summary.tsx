import { cellKey } from '../../core/rounds/blueprint-cell.ts'
import type { Difficulty } from '../../core/rounds/blueprint.ts'
import { paperVarietyOf } from '../../core/attempts/paper-variety.ts'
import type { PaperVariety } from '../../core/attempts/paper-variety.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { useSetupField } from '../organizer/setup-form-context.ts'

export type SummaryCell = {
  topic: string
  topicTitle: string
  difficulty: Difficulty
  count: number
  available: number
}

/** From these shares on papers are somewhat, or much alike. */
const FAIR_SHARE = 0.25
const POOR_SHARE = 0.5

/** What the table comes to: size of a paper, what the bank lacks, and how alike two papers will be. */
export function BlueprintSummary({ cells }: { cells: readonly SummaryCell[] }) {
  const t = useT(roundSetup)
  const { number } = useFormatters()
  const { value } = useSetupField('pointsPerQuestion')
  const wanted = cells.filter(({ count }) => count > 0)
  const short = wanted.filter(({ count, available }) => available < count)
  const questions = wanted.reduce((sum, { count }) => sum + count, 0)
  const points = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (questions === 0) return <p className="text-muted">{t('paperEmpty')}</p>

  const variety = paperVarietyOf(
    wanted,
    new Map(wanted.map((cell) => [cellKey(cell), cell.available] as const)),
  )

  return (
    <div className="grid gap-3">
      <p className="font-semibold">
        {t('paperSize', { questions: number(questions), points: number(questions * points) })}
      </p>
      {short.length > 0 && (
        <Alert kind="bad">
          {t('paperShort', {
            missing: number(short.reduce((sum, { count, available }) => sum + count - available, 0)),
            cells: number(short.length),
          })}
        </Alert>
      )}
      {variety && <VarietyNote variety={variety} cells={cells} />}
    </div>
  )
}

function VarietyNote({ variety, cells }: { variety: PaperVariety; cells: readonly SummaryCell[] }) {
  const t = useT(roundSetup)
  const { number, percent } = useFormatters()
  const { expectedShare, worst } = variety
  const verdict =
    expectedShare < FAIR_SHARE ? 'varietyGood' : expectedShare < POOR_SHARE ? 'varietyFair' : 'varietyPoor'
  const topicTitle = cells.find((cell) => cellKey(cell) === cellKey(worst))?.topicTitle ?? worst.topic

  return (
    <Alert kind={verdict === 'varietyPoor' ? 'warn' : 'info'} title={t('varietyTitle')}>
      <p>
        {t('variety', {
          common: number(Math.round(variety.expectedCommon * 10) / 10),
          questions: number(variety.questionCount),
          share: percent(expectedShare),
        })}{' '}
        {t(verdict)}
      </p>
      <p className="text-sm">
        {t('varietyWorst', {
          topic: topicTitle,
          difficulty: t(`difficulty_${worst.difficulty}`).toLowerCase(),
          count: number(worst.count),
          available: number(worst.available),
          share: percent(worst.share),
        })}
      </p>
    </Alert>
  )
}
