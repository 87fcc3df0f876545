import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { registerParticipant } from '#app/auth/accounts.server.ts'
import { getUser } from '#app/auth/guards.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { countRegistration } from '#app/auth/try-limits.server.ts'
import { PasswordField } from '#app/components/account/password-field.tsx'
import { UnitPicker } from '#app/components/account/unit-picker.tsx'
import { useErrorText } from '#app/components/account/use-error-text.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { Field, TextInput } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { useFocusFirstError } from '#app/components/use-focus-first-error.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { RegistrationSchema } from '#app/core/registration.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { ownPathOr, paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { requireCurrentContest } from '#app/services/contests.server.ts'
import { listUnitChoices } from '#app/services/units.server.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng ký dự thi – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = new URL(request.url).searchParams.get('tiep')
  if (await getUser(request)) throw redirect(ownPathOr(returnTo, paths.home))
  const contest = await orThrowResponse(requireCurrentContest(context.now))

  return {
    units: await listUnitChoices(),
    noticeVersion: contest.noticeVersion,
    organizerName: contest.organizerName,
    returnTo,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = {
    fullName: textOf(form, 'fullName'),
    loginName: textOf(form, 'loginName'),
    unitId: textOf(form, 'unitId'),
    processing: form.get('processing') === 'on',
    namePublication: form.get('namePublication') === 'on',
  }
  const refuse = (status: number, errors: FieldErrors, retryAfterMs: number | null = null) =>
    data({ values, errors, retryAfterMs }, { status })
  const parsed = RegistrationSchema.safeParse({
    ...values,
    password: textOf(form, 'password'),
    consents: { processing: values.processing, namePublication: values.namePublication },
  })
  if (!parsed.success) return refuse(422, fieldErrorsOf(parsed.error))

  try {
    await countRegistration(context.address)
    const { noticeVersion } = await requireCurrentContest(context.now)
    const user = await registerParticipant({ ...parsed.data, noticeVersion, now: context.now })
    const { cookie } = await signIn(user.id)

    return redirect(ownPathOr(textOf(form, 'returnTo'), paths.home), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const retryAfterMs = Number(error.details.retryAfterMs ?? 0) || null
    const errors: FieldErrors =
      error.code === 'login_name_taken'
        ? { loginName: 'login_name_taken' }
        : error.code === 'invalid_input'
          ? { unitId: 'unit_unknown' }
          : { form: error.code }

    return refuse(statusOf(error.code), errors, retryAfterMs)
  }
}

export default function Register() {
  const t = useT(account)
  const { units, noticeVersion, organizerName, returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state !== 'idle'
  const query = returnTo ? `?${new URLSearchParams({ tiep: returnTo })}` : ''

  return (
    <div className="page grid max-w-2xl gap-8">
      <PageHeader title={t('registerTitle')} lead={t('registerLead')} />
      <Form method="post" ref={form} className="grid gap-6" noValidate>
        <input type="hidden" name="returnTo" value={returnTo ?? ''} />
        {errorText('form') && <Alert kind="bad">{errorText('form')}</Alert>}
        <Field id="fullName" label={t('fullName')} hint={t('fullNameHint')} error={errorText('fullName')}>
          {(control) => (
            <TextInput
              {...control}
              name="fullName"
              autoComplete="name"
              required
              defaultValue={answer?.values.fullName}
            />
          )}
        </Field>
        <Field id="loginName" label={t('loginName')} hint={t('loginNameHint')} error={errorText('loginName')}>
          {(control) => (
            <TextInput
              {...control}
              name="loginName"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={answer?.values.loginName}
            />
          )}
        </Field>
        <UnitPicker units={units} defaultUnitId={answer?.values.unitId} error={errorText('unitId')} />
        <PasswordField
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          error={errorText('password')}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-3 text-lg font-semibold">{t('consentsTitle')}</legend>
          <Card className="grid gap-2 p-4 text-sm sm:p-5">
            <h2 className="font-semibold">{t('noticeTitle', { version: noticeVersion })}</h2>
            <p>{t('noticeText', { organizer: organizerName })}</p>
          </Card>
          <Checkbox
            id="processing"
            name="processing"
            label={t('consentProcessing')}
            hint={t('consentProcessingHint')}
            error={errorText('consents.processing')}
            defaultChecked={answer?.values.processing ?? false}
          />
          <Checkbox
            id="namePublication"
            name="namePublication"
            label={t('consentPublication')}
            hint={t('consentPublicationHint')}
            defaultChecked={answer?.values.namePublication ?? false}
          />
        </fieldset>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button isPending={isPending} pendingLabel={t('working')}>
            {t('registerButton')}
          </Button>
          <p>
            {t('haveAccount')}{' '}
            <Link to={paths.signIn + query} className="link">
              {t('signInButton')}
            </Link>
          </p>
        </div>
      </Form>
    </div>
  )
}
