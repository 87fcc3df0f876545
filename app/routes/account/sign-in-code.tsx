import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { redeemSignInCode } from '#app/auth/sign-in-codes.server.ts'
import { signOut } from '#app/auth/sessions.server.ts'
import { CodeForm } from '#app/components/account/code-form.tsx'
import type { CodeAnswer } from '#app/components/account/code-form.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { parseLoginName } from '#app/core/people/login-name.ts'
import { passwordSchemaFor } from '#app/core/people/password-rules.ts'
import { SLIP_CODE_LENGTH, parseCode } from '#app/core/people/sign-in-code.ts'
import { textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { retryAfterMsOf, statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [
  { title: 'Đặt mật khẩu bằng mã – Hội Thi' },
  { name: 'robots', content: 'noindex' },
]

export function loader({ request }: LoaderFunctionArgs) {
  return { loginName: new URL(request.url).searchParams.get('ten') ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = { loginName: textOf(form, 'loginName').trim(), code: textOf(form, 'code').trim() }
  // The code of a printed slip is a link of its own.
  const slip = parseCode(values.code, SLIP_CODE_LENGTH)
  if (slip !== null) return redirect(paths.oneTimeSignIn(slip))

  const refuse = (status: number, errors: FieldErrors, retryAfterMs: number | null = null) =>
    data<CodeAnswer>({ values, errors, retryAfterMs }, { status })
  const loginName = parseLoginName(values.loginName)
  const password = passwordSchemaFor(loginName ?? '').safeParse(textOf(form, 'newPassword') || undefined)
  const errors: FieldErrors = {
    ...(values.loginName === '' && { loginName: 'login_name_missing' }),
    ...(values.code === '' && { code: 'code_missing' }),
    ...(!password.success && { newPassword: password.error.issues[0]?.message ?? 'password_missing' }),
  }
  if (!password.success || Object.keys(errors).length > 0) return refuse(422, errors)

  try {
    const { address, now } = context
    const { cookie } = await redeemSignInCode({ ...values, newPassword: password.data, address, now })
    // Whoever was signed in here before is not any more.
    await signOut(request)

    return redirect(paths.accountAfter('mat-khau'), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return refuse(statusOf(error.code), { form: error.code }, retryAfterMsOf(error))
  }
}

export default function SignInCode() {
  const t = useT(account)
  const { loginName } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader title={t('codeTitle')} lead={t('codeLead')} />
      <CodeForm loginName={loginName} answer={answer} />
    </div>
  )
}
