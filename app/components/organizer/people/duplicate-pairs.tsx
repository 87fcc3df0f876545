import { Form, Link } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { DuplicateEvidence } from '../../../core/people/duplicate-people.ts'
import { paths } from '../../../http/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

export type DuplicatePairView = {
  people: readonly {
    id: string
    fullName: string
    maskedLogin: string
    unitName: string | null
    createdAt: Date
    attempts: number
  }[]
  evidence: readonly DuplicateEvidence[]
}

/** Accounts side by side that look like one person, with what speaks for it. */
export function DuplicatePairs({
  pairs,
  canManage,
}: {
  pairs: readonly DuplicatePairView[]
  canManage: boolean
}) {
  const t = useT(peopleTexts)

  return (
    <ul className="grid gap-5">
      {pairs.map(({ people, evidence }) => (
        <li key={people.map(({ id }) => id).join()}>
          <Card aria-label={t('pairOf', { name: people[0]?.fullName ?? '' })} className="grid gap-4">
            <div className="flex flex-wrap gap-2">
              {evidence.map((sign) => (
                <Badge key={sign} tone="warn">
                  {t(`evidence_${sign}`)}
                </Badge>
              ))}
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              {people.map((person) => (
                <PersonFacts key={person.id} person={person} />
              ))}
            </div>
            {canManage && (
              <Form method="post" preventScrollReset>
                {people.map(({ id }) => (
                  <input key={id} type="hidden" name="nguoi" value={id} />
                ))}
                <Button
                  look="secondary"
                  name="intent"
                  value="distinct"
                  aria-label={t('distinctNamed', { name: people[0]?.fullName ?? '' })}
                >
                  {t('distinctButton')}
                </Button>
              </Form>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function PersonFacts({ person }: { person: DuplicatePairView['people'][number] }) {
  const t = useT(peopleTexts)
  const { dateTime, number } = useFormatters()

  return (
    <div className="grid content-start gap-0.5 rounded-md bg-sunken p-4">
      <Link to={paths.person(person.id)} className="link justify-self-start py-1 font-semibold">
        {person.fullName}
      </Link>
      <p>{person.unitName ?? t('noUnit')}</p>
      <p className="tabular text-sm text-muted">{person.maskedLogin}</p>
      <p className="tabular text-sm text-muted">
        {t('attemptsCount', { count: number(person.attempts) })} ·{' '}
        {t('madeAt', { time: dateTime(person.createdAt) })}
      </p>
    </div>
  )
}
