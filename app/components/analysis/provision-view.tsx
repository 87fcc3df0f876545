import { Form } from '@remix-run/react'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { provisionTitle } from '../../core/questions/citation.ts'
import { SMALLEST_GROUP } from '../../core/ranking/small-numbers.ts'
import { ShareBar } from '../board/share-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Field, Select } from '../ui/field.tsx'

export type ProvisionNumbers = {
  provision: string
  people: number
  answered: number
  wrong: number
  wrongShare: number
}
export type ArticleRow = ProvisionNumbers & { clauses: ProvisionNumbers[] }

/** A type of unit that may be shown apart; the label is null for the rest. */
export type UnitGroupRow = { label: string | null; people: number; mostWrong: ProvisionNumbers[] }

type ProvisionViewProps = {
  articles: readonly ArticleRow[]
  groups: readonly UnitGroupRow[]
  /** Place of the shown group in `groups`; null for all units together. */
  shownGroup: number | null
  allPeople: number
}

/** How many articles the chart shows. */
const TOP_COUNT = 10

/** The provisions most often answered wrong, as chart and table, of all units or of one type. */
export function ProvisionView({ articles, groups, shownGroup, allPeople }: ProvisionViewProps) {
  const t = useT(analysis)

  return (
    <>
      <p className="max-w-3xl">{t('provisionsLead')}</p>
      {groups.length > 1 && <GroupChoice groups={groups} shownGroup={shownGroup} allPeople={allPeople} />}
      {articles.length === 0 ? (
        <EmptyState title={t('noProvisions')} />
      ) : (
        <>
          <TopChart articles={articles.slice(0, TOP_COUNT)} />
          <ArticleTable articles={articles} />
        </>
      )}
      {groups.length > 1 && <GroupTable groups={groups} />}
      <p className="max-w-3xl text-sm text-muted">{t('provisionMethod', { least: SMALLEST_GROUP })}</p>
    </>
  )
}

function GroupChoice({
  groups,
  shownGroup,
  allPeople,
}: Pick<ProvisionViewProps, 'groups' | 'shownGroup' | 'allPeople'>) {
  const t = useT(analysis)
  const { number } = useFormatters()
  const value = shownGroup === null ? '' : String(shownGroup)

  return (
    <Form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
      <div className="w-full sm:w-96">
        <Field id="nhom" label={t('unitGroup')}>
          {(control) => (
            <Select {...control} name="nhom" key={value} defaultValue={value}>
              <option value="">
                {t('groupOption', { label: t('allUnits'), people: number(allPeople) })}
              </option>
              {groups.map(({ label, people }, place) => (
                <option key={place} value={place}>
                  {t('groupOption', { label: label ?? t('otherUnits'), people: number(people) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button look="secondary">{t('showGroup')}</Button>
    </Form>
  )
}

function TopChart({ articles }: { articles: readonly ArticleRow[] }) {
  const t = useT(analysis)
  const { number, percent } = useFormatters()

  return (
    <Card aria-labelledby="top-articles" className="grid gap-4">
      <h2 id="top-articles" className="text-xl">
        {t('topTitle', { count: number(articles.length) })}
      </h2>
      <ol className="grid gap-3">
        {articles.map(({ provision, wrong, answered, wrongShare }) => (
          <li key={provision} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[7rem_1fr_11rem]">
            <span lang="vi" className="font-semibold">
              {provisionTitle(provision)}
            </span>
            <span className="order-3 sm:order-none">
              <ShareBar share={wrongShare} />
            </span>
            <span className="tabular text-sm sm:text-right">
              {t('shareOf', { share: percent(wrongShare), count: number(wrong), all: number(answered) })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const NUMBER_CELL = 'tabular py-2.5 pl-3 text-right align-top'

function ArticleTable({ articles }: { articles: readonly ArticleRow[] }) {
  const t = useT(analysis)
  const head = `${NUMBER_CELL} font-semibold`

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('tableTitle')}</h2>
      <table className="w-full">
        <caption className="sr-only">{t('tableTitle')}</caption>
        <thead>
          <tr className="border-b-2 border-edge text-left text-sm text-muted">
            <th scope="col" className="py-2.5 font-semibold">
              {t('provision')}
            </th>
            <th scope="col" className={`${head} hidden sm:table-cell`}>
              {t('people')}
            </th>
            <th scope="col" className={head}>
              {t('answers')}
            </th>
            <th scope="col" className={head}>
              {t('wrong')}
            </th>
            <th scope="col" className={head}>
              {t('wrongShare')}
            </th>
          </tr>
        </thead>
        {articles.map((article) => (
          <tbody key={article.provision} className="border-b border-line">
            <NumbersRow row={article} weight="font-semibold" />
            {article.clauses.map((clause) => (
              <NumbersRow key={clause.provision} row={clause} weight="text-sm text-muted" />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function NumbersRow({ row, weight }: { row: ProvisionNumbers; weight: string }) {
  const { number, percent } = useFormatters()
  const isClause = row.provision.includes('.')

  return (
    <tr className={weight}>
      <th scope="row" lang="vi" className={`py-2.5 text-left font-[inherit] ${isClause ? 'pl-5' : ''}`}>
        {provisionTitle(row.provision)}
      </th>
      <td className={`${NUMBER_CELL} hidden sm:table-cell`}>{number(row.people)}</td>
      <td className={NUMBER_CELL}>{number(row.answered)}</td>
      <td className={NUMBER_CELL}>{number(row.wrong)}</td>
      <td className={NUMBER_CELL}>{percent(row.wrongShare)}</td>
    </tr>
  )
}

function GroupTable({ groups }: { groups: readonly UnitGroupRow[] }) {
  const t = useT(analysis)
  const { number, percent } = useFormatters()

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('byGroupTitle')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {groups.map(({ label, people, mostWrong }, place) => (
          <li key={place} className="grid gap-x-6 gap-y-1.5 py-4 md:grid-cols-[1fr_2fr]">
            <p className="font-semibold">
              {t('groupOption', { label: label ?? t('otherUnits'), people: number(people) })}
            </p>
            <p>
              <span className="text-sm text-muted">{t('mostWrong')}: </span>
              {mostWrong.length === 0
                ? '–'
                : mostWrong
                    .map(
                      ({ provision, wrongShare }) => `${provisionTitle(provision)} (${percent(wrongShare)})`,
                    )
                    .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
