import { Form } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import type { ImportStep } from '#app/core/questions/import/waiting-import.ts'
import { questionBulk } from '#app/i18n/messages/question-bulk.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'

/** What was last done to many questions at once, and its undo. */
export function LastStep({ steps }: { steps: readonly ImportStep[] }) {
  const t = useT(questionBulk)
  const { number, dateTime } = useFormatters()
  const [last, ...earlier] = steps
  if (!last) return null
  const count = number(last.questionCount)
  const { did } = last

  return (
    <section
      aria-label={t('stepsTitle')}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border border-line bg-surface p-4"
    >
      <div className="min-w-0">
        <p className="font-semibold">
          {did.what === 'decided'
            ? t(`step_${did.decision}`, { count, kind: t(`kind_${did.kind}`) })
            : t('step_proposed', { count })}
        </p>
        <p className="tabular text-sm text-muted">
          {t('stepBy', { name: last.byName, time: dateTime(last.at) })}
          {earlier.length > 0 && ` · ${t('earlierSteps', { count: number(earlier.length) })}`}
        </p>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="step" value={last.id} />
        <Button look="secondary" name="intent" value="undo">
          <Undo2 aria-hidden="true" className="size-5" />
          {t('undo')}
        </Button>
      </Form>
    </section>
  )
}
