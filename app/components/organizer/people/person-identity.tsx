import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Card } from '../../ui/card.tsx'

export type IdentityFacts = {
  fullName: string
  loginName: string
  hasPassword: boolean
  publishesName: boolean
  createdAt: Date
  unit: { name: string } | null
}

/** Who this is, as far as the contest needs to know. */
export function PersonIdentity({ person }: { person: IdentityFacts }) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()
  const rows = [
    { label: t('fullName'), value: person.fullName },
    { label: t('unit'), value: person.unit?.name ?? t('noUnit') },
    { label: t('loginName'), value: person.loginName },
    { label: t('password'), value: t(person.hasPassword ? 'passwordSet' : 'passwordNone') },
    { label: t('shownAs'), value: t(person.publishesName ? 'shownFull' : 'shownInitials') },
    { label: t('createdAt'), value: dateTime(person.createdAt) },
  ]

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('identity')}</h2>
      <dl className="grid gap-3">
        {rows.map(({ label, value }) => (
          <div key={label} className="grid gap-x-4 sm:grid-cols-[11rem_1fr]">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
