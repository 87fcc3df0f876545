import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { verifyCredentials } from '#app/auth/accounts.server.ts'
import { getUser } from '#app/auth/guards.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { PasswordField } from '#app/components/account/password-field.tsx'
import { useErrorText } from '#app/components/account/use-error-text.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, TextInput } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { textOf } from '#app/http/form-errors.ts'
import { ownPathOr, paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng nhập – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const returnTo = new URL(request.url).searchParams.get('tiep')
  const user = await getUser(request)
  if (user) throw redirect(ownPathOr(returnTo, landingOf(user.role)))

  return { returnTo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const loginName = textOf(form, 'loginName')
  try {
    const user = await verifyCredentials({
      loginName,
      password: textOf(form, 'password'),
      address: context.address,
    })
    const { cookie } = await signIn(user.id)
    const returnTo = textOf(form, 'returnTo') || new URL(request.url).searchParams.get('tiep')

    return redirect(ownPathOr(returnTo, landingOf(user.role)), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return data(
      {
        loginName,
        errors: { form: error.code },
        retryAfterMs: Number(error.details.retryAfterMs ?? 0) || null,
      },
      { status: statusOf(error.code) },
    )
  }
}

function landingOf(role: 'participant' | 'organizer'): string {
  return role === 'organizer' ? paths.organizer : paths.home
}

export default function SignIn() {
  const t = useT(account)
  const { returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const isPending = useNavigation().state !== 'idle'
  const query = returnTo ? `?${new URLSearchParams({ tiep: returnTo })}` : ''

  return (
    <div className="page grid max-w-md gap-8">
      <PageHeader title={t('signInTitle')} />
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="returnTo" value={returnTo ?? ''} />
        {errorText('form') && <Alert kind="bad">{errorText('form')}</Alert>}
        <Field id="loginName" label={t('loginName')}>
          {(control) => (
            <TextInput
              {...control}
              name="loginName"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={answer?.loginName}
            />
          )}
        </Field>
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
        <Button isPending={isPending} pendingLabel={t('working')}>
          {t('signInButton')}
        </Button>
        <p>
          {t('noAccount')}{' '}
          <Link to={paths.register + query} className="link">
            {t('registerButton')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
