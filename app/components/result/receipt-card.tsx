import { result } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatPrediction } from '../../core/prediction.ts'
import type { PredictionKind } from '../../core/prediction.ts'
import { formatReceiptCode } from '../../core/receipt.ts'
import { Card } from '../ui/card.tsx'

export type ReceiptView = {
  receiptCode: string
  startedAt?: Date
  endedAt: Date
  durationMs: number
  questionCount: number
  answeredCount: number
  prediction: { kind: PredictionKind; value: bigint } | null
  score: { points: number; maxPoints: number } | null
}

type ReceiptCardProps = {
  receipt: ReceiptView
  /** Rows before the common ones: who it was, where it stands. */
  firstRows?: { label: string; value: string }[]
}

/** What was handed in and when, to the millisecond; made to be printed or photographed. */
export function ReceiptCard({ receipt, firstRows = [] }: ReceiptCardProps) {
  const t = useT(result)
  const format = useFormatters()
  const rows = [
    ...firstRows,
    ...(receipt.startedAt ? [{ label: t('startedAt'), value: format.exactDateTime(receipt.startedAt) }] : []),
    { label: t('endedAt'), value: format.exactDateTime(receipt.endedAt) },
    { label: t('duration'), value: format.duration(receipt.durationMs) },
    { label: t('answered'), value: `${receipt.answeredCount}/${receipt.questionCount}` },
    {
      label: t('prediction'),
      value: receipt.prediction
        ? formatPrediction(receipt.prediction.kind, receipt.prediction.value, 'vi')
        : t('noPrediction'),
    },
    { label: t('score'), value: receipt.score ? t('scoreValue', receipt.score) : t('scoreHidden') },
  ]

  return (
    <Card className="grid gap-5 border-t-8 border-t-gold">
      <div className="grid gap-1">
        <h2 className="text-sm font-semibold text-muted">{t('receiptCode')}</h2>
        <p className="tabular text-2xl font-semibold tracking-wide select-all">
          {formatReceiptCode(receipt.receiptCode)}
        </p>
      </div>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {rows.map(({ label, value }) => (
          <div key={label} className="grid border-b border-line pb-2">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
