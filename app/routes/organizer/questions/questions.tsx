import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FilePlus2, FileUp, Scale } from 'lucide-react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { ActionResult } from '#app/components/questions/action-result.tsx'
import { BankCounts } from '#app/components/questions/bank-counts.tsx'
import type { CountedState } from '#app/components/questions/bank-counts.tsx'
import { ExportLinks } from '#app/components/question-import/export-links.tsx'
import { BankSearch } from '#app/components/questions/bank-search.tsx'
import { QuestionTable } from '#app/components/questions/question-table.tsx'
import { Button, LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Field, Select } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import type { QuestionFilter } from '#app/core/questions/question-filter.ts'
import { QUESTION_ACTIONS } from '#app/core/questions/question-state.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import {
  FACILITY_VALUES,
  QUESTION_PARAMS,
  STATE_VALUES,
  flagValueOf,
  parseQuestionQuery,
  questionQueryOf,
} from '#app/http/question-query.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { getBankFacts, listBanks } from '#app/services/questions/banks.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'
import {
  countQuestions,
  listFlagReasons,
  searchQuestions,
} from '#app/services/questions/question-search.server.ts'
import { actFromForm, mayDo } from './question-action.server.ts'

export const meta: MetaFunction = () => [{ title: 'Ngân hàng câu hỏi – Hội Thi' }]

const SEARCH_NAMES = {
  params: QUESTION_PARAMS,
  states: STATE_VALUES,
  facilities: FACILITY_VALUES,
  flagValueOf,
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { role } = await orThrowResponse(requireStaff(request, 'questions.read'))
  const { bankSlug, filter } = parseQuestionQuery(request.url)
  const banks = await listBanks()
  const slug = bankSlug ?? banks[0]?.slug
  if (slug === undefined) return { banks, found: null }

  return { banks, found: await orThrowResponse(loadBankPage(slug, filter)), actions: actionsOf(role) }
}

async function loadBankPage(slug: string, filter: QuestionFilter) {
  const bank = await getBankFacts(slug)
  const [page, counts, flagReasons] = await Promise.all([
    searchQuestions(bank.id, filter),
    countQuestions(bank.id),
    listFlagReasons(bank.id),
  ])
  const articles = lawStructureOf(bank)?.articles ?? []
  const { law, lawVersion, statusNotice, topics, title } = bank

  return {
    bank: { slug, title, law, lawVersion, statusNotice, topics },
    filter: { ...filter, page: page.page },
    page: { ...page, rows: page.rows.map(({ authorId: _id, ...row }) => row) },
    counts,
    flagReasons,
    articles: articles.map(({ article, title: heading }) => ({ article, title: heading })),
  }
}

function actionsOf(role: Parameters<typeof mayDo>[0]) {
  return QUESTION_ACTIONS.filter((kind) => kind !== 'reflag' && mayDo(role, kind))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'questions.read'))
  const { bankSlug } = parseQuestionQuery(request.url)
  const form = await request.formData()

  return orThrowResponse(actFromForm({ form, bankSlug: bankSlug ?? '', user, now: context.now }))
}

export default function Questions() {
  const t = useT(questions)
  const { number } = useFormatters()
  const { banks, found, actions = [] } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!found)
    return (
      <div className="page grid gap-8">
        <PageHeader title={t('title')} />
        <EmptyState title={t('noBankTitle')}>{t('noBankText')}</EmptyState>
      </div>
    )
  const { bank, filter, page, counts, flagReasons, articles } = found
  const hrefOf = (wanted: Partial<QuestionFilter>) =>
    `${paths.questions}?${questionQueryOf(bank.slug, wanted)}`
  const listHref = hrefOf(filter)

  return (
    // Not a grid: in one, the sticky bar could not leave its own row.
    <div className="page flex flex-col gap-6">
      <BankHeader slug={bank.slug} banks={banks} />
      <BankNotice bank={bank} />
      {answer && <ActionResult answer={answer} href={listHref} />}
      <BankCounts counts={counts} hrefOf={(state) => hrefOf(filterOfCount(state))} />
      <BankSearch
        bankSlug={bank.slug}
        filter={filter}
        topics={bank.topics}
        articles={articles}
        flagReasons={flagReasons}
        names={SEARCH_NAMES}
        plainHref={hrefOf({})}
      />
      <p role="status" className="font-semibold">
        {t('matches', { count: number(page.matchCount) })}
      </p>
      {page.rows.length === 0 ? (
        <EmptyState title={t('nothingFound')}>{t('nothingFoundText')}</EmptyState>
      ) : (
        <QuestionTable
          // Another list, or the same after an action, begins without a selection.
          key={`${listHref} ${answer?.outcome === 'done' ? answer.at.toISOString() : ''}`}
          caption={t('tableCaption', { bank: bank.title })}
          bankSlug={bank.slug}
          rows={page.rows}
          actions={actions}
          listHref={listHref}
        />
      )}
      <Pagination
        page={page.page}
        pageCount={page.pageCount}
        hrefOf={(wanted) => hrefOf({ ...filter, page: wanted })}
      />
      {page.matchCount > 0 && <ExportLinks hrefOf={(format) => exportHref(bank.slug, filter, format)} />}
      <p className="text-sm text-muted">{t('facilityNote')}</p>
    </div>
  )
}

function exportHref(bankSlug: string, filter: QuestionFilter, format: string): string {
  const query = questionQueryOf(bankSlug, { ...filter, page: 1 })

  return `${paths.questionExport(bankSlug)}?${query}&${new URLSearchParams({ 'dinh-dang': format })}`
}

function filterOfCount(state: CountedState): Partial<QuestionFilter> {
  return state === 'flagged' ? { flag: 'flagged' } : { state }
}

function BankHeader({ slug, banks }: { slug: string; banks: readonly { slug: string; title: string }[] }) {
  const t = useT(questions)
  const tUpload = useT(questionUpload)
  const canWrite = useCan('questions.write')

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-3">
          <LinkButton to={paths.amendments(slug)} look="secondary">
            <Scale aria-hidden="true" className="size-5" />
            {t('amendments')}
          </LinkButton>
          {canWrite && (
            <LinkButton to={paths.questionUploads(slug)} look="secondary">
              <FileUp aria-hidden="true" className="size-5" />
              {tUpload('importButton')}
            </LinkButton>
          )}
          {canWrite && (
            <LinkButton to={paths.questionNew(slug)}>
              <FilePlus2 aria-hidden="true" className="size-5" />
              {t('newQuestion')}
            </LinkButton>
          )}
        </div>
      </PageHeader>
      {banks.length > 1 && (
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow sm:max-w-xl">
            <Field id="ngan-hang" label={t('bankLabel')}>
              {(control) => (
                <Select {...control} key={slug} name={QUESTION_PARAMS.bank} defaultValue={slug}>
                  {banks.map((bank) => (
                    <option key={bank.slug} value={bank.slug}>
                      {bank.title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Button look="secondary">{t('chooseBank')}</Button>
        </Form>
      )}
    </>
  )
}
