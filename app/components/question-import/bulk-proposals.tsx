import { Form } from '@remix-run/react'
import type { ProblemCode } from '#app/core/questions/import/draft.ts'
import type { ProposalCounts } from '#app/core/questions/import/waiting-import.ts'
import { questionBulk } from '#app/i18n/messages/question-bulk.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

const NAMES = {
  cell_date: 'proposals_cell_date',
  cell_date_short: 'proposals_cell_date_short',
} as const satisfies Partial<Record<ProblemCode, string>>

/** Takes the reader's proposals at all questions with the same problem. */
export function BulkProposals({ proposals }: { proposals: readonly ProposalCounts[] }) {
  const t = useT(questionBulk)
  const { number } = useFormatters()
  if (proposals.length === 0) return null

  return (
    <Card aria-labelledby="theo-de-xuat" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <h2 id="theo-de-xuat" className="text-xl">
          {t('proposalsTitle')}
        </h2>
        <p className="text-sm text-muted">{t('proposalsLead')}</p>
      </div>
      <ul className="grid gap-3">
        {proposals.map(({ code, count }) => (
          <li key={code}>
            <Form method="post" preventScrollReset className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <input type="hidden" name="code" value={code} />
              <span className="min-w-0">
                {t(code in NAMES ? NAMES[code as keyof typeof NAMES] : 'proposals_other')}
              </span>
              <Button look="secondary" name="intent" value="propose-many" className="max-sm:w-full">
                {t('takeAll', { count: number(count) })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
