import { useId } from 'react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { PersonName } from '../closing/person-name.tsx'
import type { NamedMove } from './regrade-data.ts'

type MovedPeopleProps = {
  title: string
  headingLevel: 'h3' | 'h4'
  people: readonly NamedMove[]
  /** Of all of them; as many as fit a page are listed. */
  count: number
}

const CELL = 'tabular py-2.5 pl-3 text-right align-top whitespace-nowrap'

/** People who come into, or go out of, the places that win something, with ranks and points before and after. */
export function MovedPeople({ title, headingLevel: Heading, people, count }: MovedPeopleProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const titleId = useId()

  return (
    <section aria-labelledby={titleId} className="grid min-w-0 gap-2">
      <Heading id={titleId} className="flex items-baseline justify-between gap-3 font-semibold">
        {title}
        <span className="tabular">{number(count)}</span>
      </Heading>
      {people.length === 0 ? (
        <p className="border-t border-line pt-2.5 text-muted">{t('nobody')}</p>
      ) : (
        <table aria-labelledby={titleId} className="w-full">
          <thead>
            <tr className="border-b-2 border-edge text-left text-sm text-muted">
              <th scope="col" className="py-2 font-semibold">
                {t('person')}
              </th>
              <th scope="col" className={`${CELL} font-semibold`}>
                {t('rank')}
              </th>
              <th scope="col" className={`${CELL} font-semibold`}>
                {t('score')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {people.map((person) => (
              <tr key={person.participantId}>
                <th scope="row" className="py-2.5 text-left font-normal">
                  <PersonName person={person} />
                </th>
                <td className={CELL}>
                  <FromTo before={number(person.rankBefore)} after={number(person.rankAfter)} />
                </td>
                <td className={CELL}>
                  <FromTo
                    before={number(person.scoreBeforeHundredths / 100)}
                    after={number(person.scoreAfterHundredths / 100)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length < count && (
        <p className="text-sm text-muted">
          {t('listedOnly', { shown: number(people.length), count: number(count) })}
        </p>
      )}
    </section>
  )
}

/** "12 → 3", read out in words. */
function FromTo({ before, after }: { before: string; after: string }) {
  const t = useT(regrade)

  return (
    <>
      <span aria-hidden="true">
        <span className="text-muted">{before} →</span> <span className="font-semibold">{after}</span>
      </span>
      <span className="sr-only">{t('fromTo', { before, after })}</span>
    </>
  )
}
