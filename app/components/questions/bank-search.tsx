import { Form, Link } from '@remix-run/react'
import { FACILITY_BANDS } from '#app/core/questions/question-filter.ts'
import type { QuestionFilter, StateFilter } from '#app/core/questions/question-filter.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { useFlagReason } from './flag-reason.ts'

const STATES: readonly StateFilter[] = [
  'in_use',
  'submitted',
  'draft',
  'incomplete',
  'rejected',
  'approved',
  'retired',
]

export type SearchNames = {
  params: Readonly<
    Record<'bank' | 'search' | 'topic' | 'difficulty' | 'provision' | 'state' | 'flag' | 'facility', string>
  >
  states: Readonly<Record<StateFilter, string>>
  facilities: Readonly<Record<(typeof FACILITY_BANDS)[number], string>>
  flagValueOf: (flag: QuestionFilter['flag']) => string
}

type BankSearchProps = {
  bankSlug: string
  filter: QuestionFilter
  topics: readonly { code: string; title: string }[]
  /** Empty when there is no index of the law: then ids are typed. */
  articles: readonly { article: number; title: string }[]
  flagReasons: readonly string[]
  /** How the address names what is asked for. */
  names: SearchNames
  /** The list without a filter. */
  plainHref: string
}

/** What to look for, as an address that can be kept and sent. Works without scripts. */
export function BankSearch(props: BankSearchProps) {
  const { bankSlug, filter, names, plainHref } = props
  const t = useT(questions)
  const hasMore = Boolean(
    filter.topic || filter.difficulty || filter.provision || filter.flag !== 'all' || filter.facility,
  )
  const isFiltered = hasMore || filter.search !== '' || filter.state !== 'in_use'

  return (
    // A new filter from a link makes a new form: the controls show what the list shows.
    <Form key={JSON.stringify(filter)} method="get" role="search" className="grid gap-4">
      <input type="hidden" name={names.params.bank} value={bankSlug} />
      <div className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_auto]">
        <Field id="tim" label={t('search')} hint={t('searchHint')}>
          {(control) => (
            <TextInput {...control} name={names.params.search} type="search" defaultValue={filter.search} />
          )}
        </Field>
        <Field id="trang-thai" label={t('state')}>
          {(control) => (
            <Select {...control} name={names.params.state} defaultValue={names.states[filter.state]}>
              {STATES.map((state) => (
                <option key={state} value={names.states[state]}>
                  {t(`state_${state}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex items-center gap-4">
          <Button look="secondary">{t('find')}</Button>
          {isFiltered && (
            <Link to={plainHref} className="link py-3">
              {t('clearFilter')}
            </Link>
          )}
        </div>
      </div>
      <details open={hasMore} className="rounded-md border border-line bg-surface">
        <summary className="min-h-12 cursor-pointer px-4 py-3 font-semibold">{t('moreFilters')}</summary>
        <div className="grid gap-4 p-4 pt-1 sm:grid-cols-2 lg:grid-cols-3">
          <MoreFilters {...props} />
        </div>
      </details>
    </Form>
  )
}

function MoreFilters({ filter, topics, articles, flagReasons, names }: BankSearchProps) {
  const t = useT(questions)
  const reasonOf = useFlagReason()

  return (
    <>
      <Choice id="chuyen-de" label={t('topic')} name={names.params.topic} value={filter.topic}>
        {topics.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </Choice>
      <Choice
        id="muc-do"
        label={t('difficulty')}
        name={names.params.difficulty}
        value={String(filter.difficulty ?? '')}
      >
        {([1, 2, 3] as const).map((difficulty) => (
          <option key={difficulty} value={difficulty}>
            {t(`difficulty_${difficulty}`)}
          </option>
        ))}
      </Choice>
      <Article filter={filter} articles={articles} name={names.params.provision} />
      <Choice id="co" label={t('flag')} name={names.params.flag} value={names.flagValueOf(filter.flag)}>
        <option value={names.flagValueOf('flagged')}>{t('flag_any')}</option>
        <option value={names.flagValueOf('clear')}>{t('flag_none')}</option>
        {flagReasons.map((reason) => (
          <option key={reason} value={names.flagValueOf({ reason })}>
            {reasonOf(reason)}
          </option>
        ))}
      </Choice>
      <Choice
        id="do-kho"
        label={t('facility')}
        name={names.params.facility}
        value={filter.facility ? names.facilities[filter.facility] : ''}
      >
        {FACILITY_BANDS.map((band) => (
          <option key={band} value={names.facilities[band]}>
            {t(`facility_${band}`)}
          </option>
        ))}
      </Choice>
    </>
  )
}

type ArticleProps = Pick<BankSearchProps, 'filter' | 'articles'> & { name: string }

function Article({ filter, articles, name }: ArticleProps) {
  const t = useT(questions)
  const isListed = articles.some(({ article }) => `D${article}` === filter.provision)
  if (articles.length === 0)
    return (
      <Field id="dieu" label={t('article')}>
        {(control) => (
          <TextInput {...control} name={name} defaultValue={filter.provision} placeholder="D21" />
        )}
      </Field>
    )

  return (
    <Choice id="dieu" label={t('article')} name={name} value={filter.provision}>
      {filter.provision && !isListed && <option value={filter.provision}>{filter.provision}</option>}
      {articles.map(({ article, title }) => (
        <option key={article} value={`D${article}`}>
          {t('articleOf', { article, title })}
        </option>
      ))}
    </Choice>
  )
}

type ChoiceProps = { id: string; label: string; name: string; value: string; children: React.ReactNode }

function Choice({ id, label, name, value, children }: ChoiceProps) {
  const t = useT(questions)

  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          <option value="">{t('all')}</option>
          {children}
        </Select>
      )}
    </Field>
  )
}
