import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { WaitingDrafts } from '#app/components/organizer/waiting-drafts.tsx'
import { UploadPanel } from '#app/components/question-import/upload-panel.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { questionQueryOf } from '#app/http/question-query.ts'
import { describeRefusal, questionImport } from '#app/i18n/messages/question-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { DRAFT_KEPT_DAYS, listWaitingDrafts } from '#app/services/import-drafts.server.ts'
import { uploadQuestions } from '#app/services/questions/question-uploads.server.ts'
import { takeQuestionFile } from './question-upload-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhập câu hỏi từ tệp – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.write'))
  const { id, slug, title } = await orThrowResponse(getBankFacts(params.bank ?? ''))

  return {
    bank: { slug, title },
    keptDays: DRAFT_KEPT_DAYS,
    drafts: await listWaitingDrafts('questions', id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const bankSlug = params.bank ?? ''
  const { importId, refused } = await orThrowResponse(
    takeQuestionFile(request, (file) => uploadQuestions(file, { bankSlug, actorId, now: context.now })),
  )

  return refused ?? redirect(paths.questionUpload(bankSlug, importId))
}

export default function QuestionUploads() {
  const t = useT(questionUpload)
  const tImport = useT(questionImport)
  const { dateTime, number } = useFormatters()
  const { bank, drafts, keptDays } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const error =
    refusal &&
    (refusal.code === 'question_file_refused' ? describeRefusal(tImport, refusal.details) : t(refusal.code))

  return (
    <div className="page grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      <BackLink to={`${paths.questions}?${questionQueryOf(bank.slug, {})}`}>{t('backToBank')}</BackLink>
      <PageHeader title={t('title')} lead={`${bank.title}. ${t('lead')}`} />
      <WaitingDrafts
        title={t('waiting')}
        hint={t('waitingHint', { days: keptDays })}
        drafts={drafts.map(({ id, fileName, rowCount, createdAt, createdBy, removedAt }) => ({
          id,
          fileName,
          href: paths.questionUpload(bank.slug, id),
          note: t('waitingRow', {
            questions: number(rowCount),
            name: createdBy.fullName,
            time: dateTime(createdAt),
            removed: dateTime(removedAt),
          }),
        }))}
      />
      <UploadPanel bankSlug={bank.slug} error={error ?? null} />
    </div>
  )
}
