import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { registerParticipant } from '#app/auth/accounts.server.ts'
import { getUser } from '#app/auth/guards.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { countRegistration } from '#app/auth/try-limits.server.ts'
import { DataNotice } from '#app/components/account/data-notice.tsx'
import { RegisterForm } from '#app/components/account/register-form.tsx'
import type { RegisterAnswer } from '#app/components/account/register-form.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { RegistrationSchema } from '#app/core/people/registration.ts'
import type { Registration } from '#app/core/people/registration.ts'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { groupUnitTree } from '#app/core/units/unit-groups.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { ownPathOr, paths, returnAddressOf, withReturnAddress } from '#app/http/paths.ts'
import { retryAfterMsOf, statusOf } from '#app/http/problem.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { account } from '#app/i18n/messages/account.ts'
import { translate } from '#app/i18n/messages.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { getCurrentContest, requireCurrentContest } from '#app/services/contests/contests.server.ts'
import { listUnitChoices } from '#app/services/units/units.server.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng ký dự thi – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = returnAddressOf(request)
  if (await getUser(request)) throw redirect(ownPathOr(returnTo, paths.home))
  const t = translate(localeOf(request.headers.get('Cookie')), account)
  const [contest, units] = await Promise.all([
    getCurrentContest(context.now),
    listUnitChoices(vietnamDayOf(context.now)),
  ])

  return {
    returnTo,
    notice: contest && {
      organizerName: contest.organizerName,
      contactText: contest.contactText,
      version: contest.noticeVersion,
    },
    unitGroups: groupUnitTree(units, (former, current) => t('unitNowCalled', { former, current })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { noticeVersion } = await orThrowResponse(requireCurrentContest(context.now))
  const form = await request.formData()
  const { values, password } = readForm(form)
  const refuse = (status: number, errors: FieldErrors, retryAfterMs: number | null = null) =>
    data<RegisterAnswer>({ values, errors, retryAfterMs }, { status })

  if (textOf(form, 'noticeVersion') !== noticeVersion) {
    values.processing = values.namePublication = false

    return refuse(422, { processing: 'notice_changed' })
  }
  const parsed = RegistrationSchema.safeParse({
    fullName: values.fullName,
    loginName: values.loginName || undefined,
    unitId: values.unitId,
    password: password || undefined,
    consents: { processing: values.processing, namePublication: values.namePublication },
  })
  if (!parsed.success) return refuse(422, withoutPrefix(fieldErrorsOf(parsed.error)))

  try {
    const cookie = await register(parsed.data, noticeVersion, context)

    return redirect(ownPathOr(returnAddressOf(request), paths.home), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return refuse(statusOf(error.code), errorsOf(error), retryAfterMsOf(error))
  }
}

function readForm(form: FormData): { values: RegisterAnswer['values']; password: string } {
  return {
    values: {
      fullName: textOf(form, 'fullName'),
      loginName: textOf(form, 'loginName').trim(),
      unitId: textOf(form, 'unitId'),
      processing: form.has('processing'),
      namePublication: form.has('namePublication'),
    },
    password: textOf(form, 'password'),
  }
}

/** @returns the cookie of the new person's session */
async function register(
  registration: Registration,
  noticeVersion: string,
  { now, address }: ActionFunctionArgs['context'],
): Promise<string> {
  await countRegistration(address)
  const { id } = await registerParticipant({ ...registration, noticeVersion, now })

  return (await signIn(id)).cookie
}

/** Fields are named as in the form: "processing", not "consents.processing". */
function withoutPrefix(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field.replace(/^consents\./, ''), key]),
  )
}

function errorsOf({ code }: DomainError): FieldErrors {
  if (code === 'login_name_taken') return { loginName: code }
  // The unit is the only thing that can be wrong after parsing: somebody removed it meanwhile.
  if (code === 'invalid_input') return { unitId: 'unit_unknown' }

  return { form: code }
}

export default function Register() {
  const t = useT(account)
  const { unitGroups, notice, returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isOpen = notice !== null && unitGroups.some((group) => group.units.length > 0)

  return (
    <div className="page grid max-w-2xl gap-8">
      <PageHeader title={t('registerTitle')} lead={t('registerLead')} />
      {isOpen ? (
        <RegisterForm
          unitGroups={unitGroups}
          noticeVersion={notice.version}
          notice={<DataNotice {...notice} />}
          signInHref={withReturnAddress(paths.signIn, returnTo)}
          answer={answer}
        />
      ) : (
        <EmptyState title={t('registrationNotOpen')}>
          <p className="mb-4">{t('registrationNotOpenText')}</p>
          <LinkButton to={paths.home} look="secondary">
            {t('toHome')}
          </LinkButton>
        </EmptyState>
      )}
    </div>
  )
}
