import { Form, Link } from '@remix-run/react'
import { formatProvision } from '#app/core/questions/citation.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

export type ListedAmendment = {
  id: string
  provision: string
  amendedOn: string
  note: string
  recordedBy: { fullName: string }
  recordedAt: Date
  flaggedCount: number
}

type AmendmentListProps = {
  amendments: readonly ListedAmendment[]
  access: 'read' | 'write'
  /** The questions an amendment still flags. */
  hrefOf: (amendment: ListedAmendment) => string
}

export function AmendmentList({ amendments, access, hrefOf }: AmendmentListProps) {
  const t = useT(questions)
  const { date, dateTime, number } = useFormatters()

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('amendmentsListed')}</h2>
      {amendments.length === 0 && <p className="text-muted">{t('amendmentsNone')}</p>}
      <ul className="grid gap-5">
        {amendments.map((amendment) => {
          const provision = formatProvision(amendment.provision)

          return (
            <li key={amendment.id} className="grid gap-2 border-t border-line pt-5">
              <p className="font-semibold">
                {t('flagByAmendment', { provision, day: date(amendment.amendedOn) })}
              </p>
              <p>{amendment.note}</p>
              <p className="tabular text-sm text-muted">
                {t('amendmentBy', {
                  at: dateTime(amendment.recordedAt),
                  name: amendment.recordedBy.fullName,
                })}
              </p>
              <p className="flex flex-wrap gap-x-4">
                <span>{t('amendmentFlags', { count: number(amendment.flaggedCount) })}</span>
                {amendment.flaggedCount > 0 && (
                  <Link to={hrefOf(amendment)} className="link">
                    {t('amendmentShow')}
                  </Link>
                )}
              </p>
              {access === 'write' && (
                <Form method="post" className="grid gap-2">
                  <input type="hidden" name="id" value={amendment.id} />
                  <p className="text-sm text-muted">
                    {t('amendmentRemoveText', { count: number(amendment.flaggedCount) })}
                  </p>
                  <Button
                    look="danger"
                    name="intent"
                    value="remove"
                    aria-label={t('amendmentRemoveNamed', { provision })}
                    className="justify-self-start"
                  >
                    {t('amendmentRemove')}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
