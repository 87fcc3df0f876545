import { Form } from '@remix-run/react'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type OwnDataProps = {
  person: { fullName: string; loginName: string; unitName: string | null; publishesName: boolean }
  /** Whether this person stands on boards at all. */
  canPublish: boolean
}

/** What is stored of the signed-in person, and the consent that can be given and withdrawn at any time. */
export function OwnData({ person, canPublish }: OwnDataProps) {
  const t = useT(account)
  const rows = [
    { label: t('fullName'), value: person.fullName },
    { label: t('loginName'), value: person.loginName },
    ...(person.unitName ? [{ label: t('unit'), value: person.unitName }] : []),
  ]

  return (
    <Card className="grid gap-5">
      <h2 className="text-xl">{t('myData')}</h2>
      <dl className="grid gap-3">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{t('myDataReason')}</p>
      {canPublish && (
        <Form method="post" className="grid gap-3 border-t border-line pt-5">
          <h3 className="text-lg">{t('publicationTitle')}</h3>
          <p>{person.publishesName ? t('publicationOn') : t('publicationOff')}</p>
          <Button
            look="secondary"
            name="intent"
            value={person.publishesName ? 'withdraw' : 'publish'}
            className="justify-self-start"
          >
            {person.publishesName ? t('publicationWithdraw') : t('publicationGive')}
          </Button>
        </Form>
      )}
    </Card>
  )
}
