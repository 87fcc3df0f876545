import { Form } from '@remix-run/react'
import { listImport } from '#app/i18n/messages/list-import.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Stat } from '../ui/stat.tsx'
import { useIsSending } from './form-answer.ts'
import { ProblemTable } from './problem-table.tsx'

type PreviewSummaryProps = {
  counts: readonly { label: string; count: number }[]
  /** Rows with mistakes: they are left out. */
  problemRows: number
  /** What the button says; null when there is nothing to store. */
  confirmLabel: string | null
  nothingToDo: string
}

/** How many rows of an uploaded list do what, with the buttons that store or discard it. */
export function PreviewSummary({ counts, problemRows, confirmLabel, nothingToDo }: PreviewSummaryProps) {
  const t = useT(listImport)
  const { number } = useFormatters()
  const isSending = useIsSending('apply')

  return (
    <Card className="grid gap-6">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {counts.map(({ label, count }) => (
          <Stat key={label} label={label} value={number(count)} />
        ))}
        <Stat label={t('previewProblems')} value={number(problemRows)} />
      </dl>
      <Form method="post" className="flex flex-wrap items-center gap-3">
        {confirmLabel === null ? (
          <p className="font-semibold">{nothingToDo}</p>
        ) : (
          <Button name="intent" value="apply" isPending={isSending} pendingLabel={t('working')}>
            {confirmLabel}
          </Button>
        )}
        <Button look="quiet" name="intent" value="discard">
          {t('discard')}
        </Button>
      </Form>
    </Card>
  )
}

type PreviewProblemsProps = {
  problems: readonly { row: number; column: string; value: string; problem: string }[]
  /** Of how many these are the first. */
  total: number
}

/** The rows that will be left out, each with what is wrong in it. */
export function PreviewProblems({ problems, total }: PreviewProblemsProps) {
  const t = useT(listImport)
  if (problems.length === 0) return null

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('problemsTitle')}</h2>
      <p className="text-muted">{t('problemsText')}</p>
      <ProblemTable problems={problems} total={total} />
    </section>
  )
}
