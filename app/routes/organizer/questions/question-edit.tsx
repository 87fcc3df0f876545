import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { FlagList } from '#app/components/questions/flag-list.tsx'
import { QuestionForm } from '#app/components/questions/question-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { draftOf } from '#app/core/questions/question-draft.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listAmendments } from '#app/services/questions/amendments.server.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'
import { getStaffQuestion } from '#app/services/questions/question-views.server.ts'
import { saveFromForm } from './question-form.server.ts'
import { OFFLINE_ANSWER } from './question-offline.ts'
import { OFFLINE_STATUS, tellOffline } from '../tell-offline.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sửa câu ${data?.code ?? ''} – Ngân hàng câu hỏi – Hội Thi` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: ownerId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const [bank, question] = await orThrowResponse(
    Promise.all([getBankFacts(params.bank ?? ''), getStaffQuestion(params.bank ?? '', params.code ?? '')]),
  )
  const latest = question.versions[0]

  return {
    ownerId,
    bank,
    code: question.code,
    version: question.latestVersion,
    initial: latest && draftOf(latest.content),
    flags: question.flags,
    structure: lawStructureOf(bank),
    amendments: await listAmendments(bank.id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: authorId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const form = await request.formData()
  const bankSlug = params.bank ?? ''
  const question = await orThrowResponse(getStaffQuestion(bankSlug, params.code ?? ''))
  const edited = { code: question.code, review: question.versions[0]?.content.review ?? null }

  return orThrowResponse(saveFromForm({ form, bankSlug, edited, authorId, now: context.now }))
}

export const clientAction = (asked: ClientActionFunctionArgs) => tellOffline(asked, OFFLINE_ANSWER)

/** After a refusal too: somebody else may have saved a newer version, and the next try is based on it. */
export const shouldRevalidate = ({ actionStatus }: { actionStatus?: number }) =>
  actionStatus !== OFFLINE_STATUS

export default function EditQuestion() {
  const t = useT(questions)
  const { ownerId, bank, code, version, initial, flags, structure, amendments } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const pagePath = paths.question(bank.slug, code)

  return (
    <div className="page grid gap-6">
      <BackLink to={pagePath}>{t('backToQuestion', { code })}</BackLink>
      <PageHeader title={t('editTitle', { code })} lead={t('editLead', { next: version + 1 })} />
      <BankNotice bank={bank} />
      <FlagList flags={flags} />
      {initial && (
        <QuestionForm
          keptKey={pagePath}
          ownerId={ownerId}
          initial={initial}
          basedOn={version}
          topics={bank.topics}
          structure={structure}
          amendments={amendments}
          answer={answer ?? null}
          cancelHref={pagePath}
        />
      )}
    </div>
  )
}
