import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

export type Person = { fullName: string; loginName: string; unitName: string | null }

type OwnDataProps = {
  person: Person
  /** Why there is no way to edit it here; null where there is nothing to explain. */
  readOnlyReason: string | null
}

/** What is stored of the signed-in person. */
export function OwnData({ person, readOnlyReason }: OwnDataProps) {
  const t = useT(account)
  const rows = [
    { label: t('fullName'), value: person.fullName },
    ...(person.unitName ? [{ label: t('unit'), value: person.unitName }] : []),
    { label: t('loginName'), value: person.loginName },
  ]

  return (
    <Card aria-labelledby="data-title" className="grid gap-5">
      <h2 id="data-title" className="text-xl">
        {t('myData')}
      </h2>
      <dl className="grid gap-3">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {readOnlyReason && <p className="text-sm text-muted">{readOnlyReason}</p>}
      <LinkButton to={paths.password} look="secondary" className="justify-self-start">
        {t('passwordTitle')}
      </LinkButton>
    </Card>
  )
}
