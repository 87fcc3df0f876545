import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { QuestionForm } from '#app/components/questions/question-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { EMPTY_DRAFT } from '#app/core/questions/question-draft.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { questionQueryOf } from '#app/http/question-query.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listAmendments } from '#app/services/questions/amendments.server.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'
import { saveFromForm } from './question-form.server.ts'
import { OFFLINE_ANSWER } from './question-offline.ts'
import { tellOffline } from '../tell-offline.ts'

export const meta: MetaFunction = () => [{ title: 'Soạn câu hỏi – Ngân hàng câu hỏi – Hội Thi' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: ownerId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const bank = await orThrowResponse(getBankFacts(params.bank ?? ''))

  return { ownerId, bank, structure: lawStructureOf(bank), amendments: await listAmendments(bank.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: authorId } = await orThrowResponse(requireStaff(request, 'questions.write'))
  const form = await request.formData()
  const bankSlug = params.bank ?? ''

  return orThrowResponse(saveFromForm({ form, bankSlug, edited: null, authorId, now: context.now }))
}

export const clientAction = (asked: ClientActionFunctionArgs) => tellOffline(asked, OFFLINE_ANSWER)

export default function NewQuestion() {
  const t = useT(questions)
  const { ownerId, bank, structure, amendments } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid gap-6">
      <BackLink to={`${paths.questions}?${questionQueryOf(bank.slug, {})}`}>{t('backToBank')}</BackLink>
      <PageHeader title={t('newTitle')} lead={`${bank.title}. ${t('newLead')}`} />
      <BankNotice bank={bank} />
      <QuestionForm
        keptKey={paths.questionNew(bank.slug)}
        ownerId={ownerId}
        initial={EMPTY_DRAFT}
        basedOn={null}
        topics={bank.topics}
        structure={structure}
        amendments={amendments}
        answer={answer ?? null}
        cancelHref={`${paths.questions}?${questionQueryOf(bank.slug, {})}`}
      />
    </div>
  )
}
