import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ArrowRight, PencilLine } from 'lucide-react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AuditEvents } from '#app/components/audit/audit-events.tsx'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { ActionResult } from '#app/components/questions/action-result.tsx'
import { ContentView } from '#app/components/questions/content-view.tsx'
import { FlagList } from '#app/components/questions/flag-list.tsx'
import { QuestionActions } from '#app/components/questions/question-actions.tsx'
import { QuestionStatus } from '#app/components/questions/question-status.tsx'
import { SavedNote } from '#app/components/questions/saved-note.tsx'
import { StateBadge } from '#app/components/questions/state-badge.tsx'
import { VersionDiff } from '#app/components/questions/version-diff.tsx'
import { VersionList } from '#app/components/questions/version-list.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { questionQueryOf } from '#app/http/question-query.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { actFromForm } from './question-action.server.ts'
import { savedStateOf } from './question-done.ts'
import { loadQuestionPage } from './question-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Câu ${data?.question.code ?? ''} – Ngân hàng câu hỏi – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'questions.read'))
  const url = new URL(request.url)
  const asked = { bankSlug: params.bank ?? '', code: params.code ?? '', search: url.searchParams }
  const page = await orThrowResponse(loadQuestionPage(asked, user, context.now))

  return { ...page, saved: savedStateOf(url) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'questions.read'))
  const form = await request.formData()
  const answer = await orThrowResponse(
    actFromForm({ form, bankSlug: params.bank ?? '', user, now: context.now }),
  )

  return { ...answer, data: { answer: answer.data, typedNote: textOf(form, 'note') } }
}

/** After a refusal too: it may mean that somebody else was faster. */
export const shouldRevalidate = () => true

export default function Question() {
  const t = useT(questions)
  const { percent, number } = useFormatters()
  const { bank, question, shown, compared, possible, history, next, saved } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const canWrite = useCan('questions.write')
  const pagePath = paths.question(bank.slug, question.code)
  const isRefused = acted?.answer.outcome === 'refused'
  const isNoteMissing = acted?.answer.outcome === 'refused' && acted.answer.error === 'note_missing'

  return (
    <div className="page grid gap-6">
      <BackLink to={`${paths.questions}?${questionQueryOf(bank.slug, {})}`}>{t('backToBank')}</BackLink>
      <PageHeader title={t('questionTitle', { code: question.code })} lead={bank.title}>
        {next && (
          <LinkButton to={paths.question(bank.slug, next.code)} look="secondary">
            {t('nextToReview', { count: number(next.count) })}
            <ArrowRight aria-hidden="true" className="size-5" />
          </LinkButton>
        )}
        {canWrite && (
          <LinkButton to={paths.questionEdit(bank.slug, question.code)}>
            <PencilLine aria-hidden="true" className="size-5" />
            {t('edit')}
          </LinkButton>
        )}
      </PageHeader>
      {acted && !isNoteMissing ? (
        <ActionResult answer={acted.answer} href={pagePath} />
      ) : (
        saved && <SavedNote saved={saved} keys={[pagePath, paths.questionNew(bank.slug)]} />
      )}
      <BankNotice bank={bank} />
      <QuestionStatus question={question} />
      <FlagList flags={question.flags} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="text-xl">{t('versionOf', { version: shown.version })}</h2>
              <StateBadge state={shown.state} />
            </div>
            <ContentView content={shown.content} topicTitle={shown.topicTitle} law={bank.law} />
            {question.facility && shown.version === question.currentVersion && (
              <p className="tabular text-sm text-muted">
                {t('column_facility')}:{' '}
                {t('facilityOf', {
                  share: percent(question.facility.share),
                  count: number(question.facility.shown),
                })}
              </p>
            )}
          </Card>
          {compared && (
            <Card className="grid gap-5">
              <h2 id="so-sanh" className="text-xl">
                {t('compareTitle')}
              </h2>
              <VersionDiff versions={question.versions.map(({ version }) => version)} compared={compared} />
            </Card>
          )}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <QuestionActions
            key={question.versions.map(({ state }) => state).join()}
            code={question.code}
            possible={possible}
            typedNote={isRefused ? (acted?.typedNote ?? '') : ''}
            noteMissing={isNoteMissing ? acted : null}
          />
          <Card className="grid gap-4">
            <h2 className="text-xl">{t('versionsTitle')}</h2>
            <VersionList
              versions={question.versions}
              currentVersion={question.currentVersion}
              shownVersion={shown.version}
              hrefOf={(version) => `${pagePath}?phien-ban=${version}`}
            />
          </Card>
          <Card className="grid gap-4">
            <h2 className="text-xl">{t('historyTitle')}</h2>
            {history.length === 0 ? (
              <p className="text-muted">{t('historyNone')}</p>
            ) : (
              <AuditEvents events={history} />
            )}
          </Card>
        </div>
      </div>
    </div>
  )
}
