import { closing } from '#app/i18n/messages/closing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { ClosingPerson } from './closing-view-data.ts'

/** Who somebody is, for organizers only: full name, account, unit. */
export function PersonName({ person }: { person: ClosingPerson }) {
  const t = useT(closing)

  return (
    <span className="grid">
      <span className="font-semibold">{person.fullName}</span>
      <span className="text-sm text-muted">
        {person.loginName} · {person.unitName ?? t('noUnit')}
      </span>
    </span>
  )
}
