import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { ImportProgress } from '#app/components/question-import/import-progress.tsx'
import { ImportResult } from '#app/components/question-import/import-result.tsx'
import { UploadPreview } from '#app/components/question-import/upload-preview.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { questionQueryOf } from '#app/http/question-query.ts'
import { isDoneToMany, parseUploadView, uploadQueryOf } from '#app/http/upload-query.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { listAmendments } from '#app/services/questions/amendments.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'
import { getQuestionUpload } from '#app/services/questions/question-uploads.server.ts'
import type { QuestionUpload as Upload } from '#app/services/questions/question-uploads.server.ts'
import { countProposals } from '#app/services/questions/bulk-mending.server.ts'
import { listSteps } from '#app/services/questions/import-steps.server.ts'
import {
  countDuplicates,
  countWaiting,
  listWaiting,
  numberInFile,
} from '#app/services/questions/waiting-questions.server.ts'
import { carryOutUploadOrder } from './question-upload-action.server.ts'
import type { UploadRefusal } from './question-upload-action.server.ts'
import { readUploadOrder } from './question-upload-form.server.ts'
import { tellOffline } from '../tell-offline.ts'

export const meta: MetaFunction = () => [{ title: 'Xem trước câu hỏi – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id: ownerId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const upload = await orThrowResponse(
    getQuestionUpload(params.bank ?? '', params.importId ?? '', context.now),
  )
  const { facts, state, ...rest } = upload
  const known = { ...rest, state, ownerId }
  if (state.kind !== 'waiting') return { ...known, waiting: null }
  const view = parseUploadView(new URL(request.url).searchParams)

  return { ...known, waiting: { facts, ...(await loadWaiting(upload, view)) } }
}

async function loadWaiting({ id, bank, facts }: Upload, view: ReturnType<typeof parseUploadView>) {
  const { filter, done, edited } = view
  const isAboutProblems = filter === 'errors' || filter === 'warnings'
  const [list, counts, duplicates, proposals, steps, doneNumber, amendments] = await Promise.all([
    listWaiting(id, view, view.page),
    countWaiting(id, facts),
    filter === 'duplicates' ? countDuplicates(id) : [],
    isAboutProblems ? countProposals(id) : [],
    listSteps(id),
    done && (isDoneToMany(done.what) ? done.about : numberInFile(id, done.about)),
    edited === null ? [] : listAmendments(bank.id),
  ])

  return {
    view: { ...view, page: list.page },
    items: list.items,
    pageCount: list.pageCount,
    counts,
    duplicates,
    proposals,
    steps,
    doneNumber,
    amendments,
    structure: edited === null ? null : lawStructureOf(bank),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const order = readUploadOrder(await request.formData())

  return orThrowResponse(
    carryOutUploadOrder({
      order,
      bankSlug: params.bank ?? '',
      importId: params.importId ?? '',
      search: new URL(request.url).searchParams,
      actorId,
      now: context.now,
    }),
  )
}

export const clientAction = (asked: ClientActionFunctionArgs) =>
  tellOffline(asked, { refusal: 'offline' } satisfies UploadRefusal)

export default function QuestionUpload() {
  const t = useT(questionUpload)
  const { id, ownerId, bank, fileName, rowCount, state, removedAt, cutOffAt, waiting } =
    useLoaderData<typeof loader>()
  const { dateTime } = useFormatters()
  const answer = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  const failedHref = paths.failedQuestions(bank.slug, id)

  const progress = (
    <ImportProgress
      href={paths.importProgress(bank.slug, id)}
      isRunning={state.kind === 'running'}
      total={rowCount}
      onEnd={revalidate}
    />
  )

  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6">
      <BackLink to={paths.questionUploads(bank.slug)}>{t('title')}</BackLink>
      <PageHeader
        title={t(state.kind === 'applied' ? 'resultTitle' : 'previewTitle', { file: fileName })}
        lead={state.kind === 'waiting' ? `${bank.title}. ${t('previewLead')}` : bank.title}
      />
      {answer && <Alert kind="bad">{t(answer.refusal)}</Alert>}
      {state.kind === 'running' && <Alert kind="info">{t('runningOther')}</Alert>}
      {state.kind === 'running' && progress}
      {state.kind === 'applied' && (
        <ImportResult
          outcome={state.outcome}
          failedHref={failedHref}
          waitingHref={`${paths.questions}?${questionQueryOf(bank.slug, { state: 'submitted' })}`}
          incompleteHref={`${paths.questions}?${questionQueryOf(bank.slug, { state: 'incomplete' })}`}
          uploadsHref={paths.questionUploads(bank.slug)}
        />
      )}
      {waiting && cutOffAt && <Alert kind="warn">{t('cutOff', { time: dateTime(cutOffAt) })}</Alert>}
      {waiting && (
        <UploadPreview
          {...waiting}
          importId={id}
          ownerId={ownerId}
          refusal={answer ? t(answer.refusal) : null}
          bank={bank}
          failedHref={failedHref}
          incompleteHref={`${failedHref}?chi=thieu`}
          progress={progress}
          removedAt={removedAt}
          hrefOf={(view) => paths.questionUpload(bank.slug, id) + uploadQueryOf(view)}
        />
      )}
    </div>
  )
}
