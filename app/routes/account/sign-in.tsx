import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { verifyCredentials } from '#app/auth/accounts.server.ts'
import { getUser } from '#app/auth/guards.server.ts'
import { signIn } from '#app/auth/sessions.server.ts'
import { SignInForm } from '#app/components/account/sign-in-form.tsx'
import type { SignInAnswer } from '#app/components/account/sign-in-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths, returnAddressOf, withReturnAddress } from '#app/http/paths.ts'
import { retryAfterMsOf, statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { landingOf } from './landing.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng nhập – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await getUser(request)
  if (user) throw redirect(landingOf(request, user.role))

  return { returnTo: returnAddressOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const loginName = textOf(form, 'loginName')
  try {
    const credentials = { loginName, password: textOf(form, 'password'), address: context.address }
    const { id, role } = await verifyCredentials(credentials)
    const { cookie } = await signIn(id)

    return redirect(landingOf(request, role), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return data<SignInAnswer>(
      { loginName, errors: { form: error.code }, retryAfterMs: retryAfterMsOf(error) },
      { status: statusOf(error.code) },
    )
  }
}

export default function SignIn() {
  const t = useT(account)
  const { returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader title={t('signInTitle')} lead={returnTo ? t('signInFirst') : null} />
      <SignInForm registerHref={withReturnAddress(paths.register, returnTo)} answer={answer} />
    </div>
  )
}
