import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { AmendmentForm } from '#app/components/questions/amendment-form.tsx'
import { AmendmentList } from '#app/components/questions/amendment-list.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { AmendmentSchema } from '#app/core/questions/amendment-form.ts'
import { hasProvision } from '#app/core/questions/law-structure.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { questionQueryOf } from '#app/http/question-query.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import {
  listAmendments,
  recordAmendment,
  removeAmendment,
} from '#app/services/questions/amendments.server.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { lawStructureOf } from '#app/services/questions/law-structures.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sửa đổi của luật – Ngân hàng câu hỏi – Hội Thi' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.read'))
  const bank = await orThrowResponse(getBankFacts(params.bank ?? ''))

  return { bank, structure: lawStructureOf(bank), amendments: await listAmendments(bank.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'questions.approve'))
  const form = await request.formData()
  const bankSlug = params.bank ?? ''
  if (textOf(form, 'intent') === 'remove') {
    const { unflagged } = await orThrowResponse(
      removeAmendment(bankSlug, textOf(form, 'id'), actorId, context.now),
    )

    return data({ outcome: 'removed' as const, unflagged })
  }
  const values = {
    provision: textOf(form, 'provision'),
    amendedOn: textOf(form, 'amendedOn'),
    note: textOf(form, 'note'),
  }
  const refuse = (errors: FieldErrors) =>
    data({ outcome: 'refused' as const, errors, values }, { status: 422 })
  const parsed = AmendmentSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error))
  const structure = lawStructureOf(await orThrowResponse(getBankFacts(bankSlug)))
  if (structure && !hasProvision(structure, parsed.data.provision))
    return refuse({ provision: 'citation_unknown' })
  const recorded = await orThrowResponse(
    recordAmendment({ bankSlug, ...parsed.data, actorId, now: context.now }),
  )

  return data({ outcome: 'recorded' as const, at: context.now, ...recorded })
}

export default function Amendments() {
  const t = useT(questions)
  const { number } = useFormatters()
  const { bank, structure, amendments } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const canRecord = useCan('questions.approve')

  return (
    <div className="page grid gap-6">
      <BackLink to={`${paths.questions}?${questionQueryOf(bank.slug, {})}`}>{t('backToBank')}</BackLink>
      <PageHeader title={t('amendmentsTitle')} lead={t('amendmentsLead')} />
      <BankNotice bank={bank} />
      {answer?.outcome === 'recorded' && (
        <>
          <Alert kind="good">{t('amendmentRecorded', { count: number(answer.flagged) })}</Alert>
          {answer.shortRounds.length > 0 && (
            <Alert kind="bad">
              {t('amendmentShort', {
                rounds: answer.shortRounds.map((title) => `“${title}”`).join(', '),
              })}
            </Alert>
          )}
        </>
      )}
      {answer?.outcome === 'removed' && (
        <Alert kind="good">{t('amendmentRemoved', { count: number(answer.unflagged) })}</Alert>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {canRecord && (
          <AmendmentForm
            key={answer?.outcome === 'recorded' ? answer.at.toISOString() : ''}
            structure={structure}
            answer={answer?.outcome === 'refused' ? answer : null}
          />
        )}
        <AmendmentList
          amendments={amendments}
          access={canRecord ? 'write' : 'read'}
          hrefOf={({ note }) =>
            `${paths.questions}?${questionQueryOf(bank.slug, { flag: { reason: note } })}`
          }
        />
      </div>
    </div>
  )
}
