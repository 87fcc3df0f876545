import type { ReactNode } from 'react'
import { result } from '#app/i18n/messages/result.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/ranking/prediction.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import { formatReceiptCode } from '../../core/attempts/receipt.ts'
import { Card } from '../ui/card.tsx'

export type ReceiptView = {
  receiptCode: string
  roundTitle: string
  number: number
  startedAt?: Date
  endedAt: Date
  durationMs: number
  questionCount: number
  answeredCount: number
  /** Whether the round asks for one at all. */
  hasPrediction: boolean
  prediction: { kind: PredictionKind; value: bigint } | 'sealed' | null
  score: { points: number; maxPoints: number } | null
}

type Row = { label: string; value: ReactNode }

type ReceiptCardProps = {
  receipt: ReceiptView
  /** Rows before the common ones: who it was, where it stands. */
  firstRows?: Row[]
  /** Beside the code: copying, printing. */
  children?: ReactNode
}

/** What was handed in and when, to the millisecond; made to be printed or photographed. */
export function ReceiptCard({ receipt, firstRows = [], children }: ReceiptCardProps) {
  const t = useT(result)
  const rows = [...firstRows, ...useCommonRows(receipt)]

  return (
    <Card className="grid gap-5 border-t-8 border-t-gold print:shadow-none">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h2 className="text-sm font-semibold text-muted">{t('receiptCode')}</h2>
          <p
            translate="no"
            className="tabular text-xl font-semibold tracking-wide whitespace-nowrap select-all sm:text-2xl"
          >
            {formatReceiptCode(receipt.receiptCode)}
          </p>
        </div>
        {children && <div className="flex flex-wrap items-center gap-3">{children}</div>}
      </div>
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {rows.map(({ label, value }) => (
          <div key={label} className="grid content-start gap-0.5 border-t border-line py-2.5">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function useCommonRows(receipt: ReceiptView): Row[] {
  const t = useT(result)
  const locale = useLocale()
  const format = useFormatters()
  const prediction = (): string => {
    if (receipt.prediction === 'sealed') return t('predictionSealed')
    if (!receipt.prediction) return t('noPrediction')
    const { kind, value } = receipt.prediction

    return `${formatPrediction(kind, value, locale)}${kind === 'percentage_all_right' ? '%' : ''}`
  }

  return [
    { label: t('round'), value: receipt.roundTitle },
    { label: t('attemptLabel'), value: t('attempt', { number: receipt.number }) },
    ...(receipt.startedAt ? [{ label: t('startedAt'), value: format.exactDateTime(receipt.startedAt) }] : []),
    { label: t('endedAt'), value: format.exactDateTime(receipt.endedAt) },
    { label: t('duration'), value: format.duration(receipt.durationMs) },
    {
      label: t('answered'),
      value: `${format.number(receipt.answeredCount)}/${format.number(receipt.questionCount)}`,
    },
    ...(receipt.hasPrediction ? [{ label: t('prediction'), value: prediction() }] : []),
    {
      label: t('score'),
      value: receipt.score
        ? t('scoreValue', {
            points: format.number(receipt.score.points),
            maxPoints: format.number(receipt.score.maxPoints),
          })
        : t('scoreHidden'),
    },
  ]
}
