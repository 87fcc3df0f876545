import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/auth/accounts.server.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { PasswordForm } from '#app/components/account/password-form.tsx'
import type { PasswordAnswer } from '#app/components/account/password-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { isStaff } from '#app/core/people/capabilities.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { passwordSchemaFor } from '#app/core/people/password-rules.ts'
import { textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { consoleHomeOf, paths } from '#app/http/paths.ts'
import { retryAfterMsOf, statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [{ title: 'Mật khẩu – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { hasPassword, loginName } = await requireUser(request)

  return { hasPassword, loginName }
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request)
  const form = await request.formData()
  const currentPassword = user.hasPassword ? textOf(form, 'currentPassword') : null
  const refuse = (status: number, errors: FieldErrors, retryAfterMs: number | null = null) =>
    data<PasswordAnswer>({ errors, retryAfterMs }, { status })

  const parsed = passwordSchemaFor(user.loginName).safeParse(textOf(form, 'newPassword') || undefined)
  const errors: FieldErrors = {
    ...(currentPassword === '' && { currentPassword: 'current_password_missing' }),
    ...(!parsed.success && { newPassword: parsed.error.issues[0]?.message ?? 'password_missing' }),
  }
  if (!parsed.success || currentPassword === '') return refuse(422, errors)

  try {
    const { cookie } = await changePassword({ userId: user.id, currentPassword, newPassword: parsed.data })
    // Staff with a one-time link came here to get to work; everybody else came from the account page.
    const next =
      isStaff(user.role) && !user.hasPassword ? consoleHomeOf(user.role) : paths.accountAfter('mat-khau')

    return redirect(next, { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'wrong_credentials') return refuse(422, { currentPassword: 'wrong_current_password' })

    return refuse(statusOf(error.code), { form: error.code }, retryAfterMsOf(error))
  }
}

export default function Password() {
  const t = useT(account)
  const { hasPassword, loginName } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader
        title={hasPassword ? t('passwordTitle') : t('passwordSetTitle')}
        lead={hasPassword ? t('passwordLead') : t('passwordSetLead')}
      />
      <PasswordForm hasPassword={hasPassword} loginName={loginName} answer={answer} />
    </div>
  )
}
