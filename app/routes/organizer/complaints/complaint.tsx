import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { ComplaintHandling } from '#app/components/complaint/complaint-answer.tsx'
import { ComplaintFile } from '#app/components/complaint/complaint-file.tsx'
import { ComplaintStateBadge, useSubjectName } from '#app/components/complaint/complaint-state.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { getComplaintFile } from '#app/services/complaints/complaint-review.server.ts'
import { isQuestionAnalysed } from '#app/services/analysis/item-analysis.server.ts'
import { handleFromForm, handledOf } from './complaint-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Khiếu nại số ${data?.file.number ?? ''} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.read'))
  const { acknowledged, decided, isReaderFree, ...file } = await orThrowResponse(
    requireFile(params.number, user.id),
  )
  const hasAnalysis =
    file.question !== null && (await isQuestionAnalysed(file.roundSlug, file.question.versionId))

  return {
    now: context.now,
    file,
    hasAnalysis,
    handling: { state: file.state, acknowledged, decided, isReaderFree },
    handled: handledOf(request.url, file.state),
  }
}

async function requireFile(number: string | undefined, readerId: string) {
  return getComplaintFile(numberOf(number), readerId)
}

/** @throws DomainError complaint_not_found */
function numberOf(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw new DomainError('complaint_not_found')

  return Number(text)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.manage'))

  return orThrowResponse(handle(request, params.number, user.id, context.now))
}

async function handle(request: Request, number: string | undefined, actorId: string, now: Date) {
  return handleFromForm({ request, number: numberOf(number), actorId, now })
}

/** After a refusal too: somebody else may just have answered. */
export const shouldRevalidate = () => true

export default function Complaint() {
  const t = useT(complaint)
  const { now, file, hasAnalysis, handling, handled } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>() ?? null
  const subjectName = useSubjectName()

  return (
    <div className="page grid max-w-4xl gap-7">
      <div className="grid gap-3">
        <BackLink to={paths.complaints}>{t('backToList')}</BackLink>
        <PageHeader
          title={t('number', { number: file.number })}
          lead={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <ComplaintStateBadge state={file.state} />
              {subjectName(file)}
            </span>
          }
        />
      </div>
      {handled && !refusal && <Alert kind="good">{t(`done_${handled}`)}</Alert>}
      {refusal && handling.state !== 'in_review' && <Alert kind="bad">{t('complaint_state_changed')}</Alert>}
      <ComplaintFile file={file} now={now} hasAnalysis={hasAnalysis} />
      <ComplaintHandling
        {...handling}
        roundSlug={file.roundSlug}
        versionId={file.question?.versionId ?? null}
        refusal={refusal}
      />
    </div>
  )
}
