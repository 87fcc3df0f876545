import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { changePassword } from '#app/auth/accounts.server.ts'
import { requireUser } from '#app/auth/guards.server.ts'
import { PasswordField } from '#app/components/account/password-field.tsx'
import { useErrorText } from '#app/components/account/use-error-text.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button, LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { useFocusFirstError } from '#app/components/use-focus-first-error.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { passwordSchemaFor } from '#app/core/password-rules.ts'
import { textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [{ title: 'Mật khẩu – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { hasPassword, role } = await requireUser(request)

  return { hasPassword, role }
}

type Answer = { isSaved: boolean; errors: FieldErrors; retryAfterMs: number | null }

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request)
  const form = await request.formData()
  const refuse = (status: number, errors: FieldErrors, retryAfterMs: number | null = null) =>
    data<Answer>({ isSaved: false, errors, retryAfterMs }, { status })
  const parsed = passwordSchemaFor(user.loginName).safeParse(textOf(form, 'newPassword'))
  if (!parsed.success) return refuse(422, { newPassword: parsed.error.issues[0]?.message ?? '' })

  try {
    const currentPassword = user.hasPassword ? textOf(form, 'currentPassword') : null
    const { cookie } = await changePassword({ userId: user.id, currentPassword, newPassword: parsed.data })

    return data<Answer>(
      { isSaved: true, errors: {}, retryAfterMs: null },
      { headers: { 'Set-Cookie': cookie } },
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const retryAfterMs = Number(error.details.retryAfterMs ?? 0) || null
    const key = error.code === 'wrong_credentials' ? 'wrong_current_password' : error.code

    return refuse(statusOf(error.code), { currentPassword: key }, retryAfterMs)
  }
}

export default function Password() {
  const t = useT(account)
  const { hasPassword, role } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state !== 'idle'
  const isSaved = answer?.isSaved ?? false

  return (
    <div className="page grid max-w-md gap-8">
      <PageHeader title={hasPassword ? t('passwordTitle') : t('passwordSetTitle')} lead={t('passwordLead')} />
      {isSaved ? (
        <>
          <Alert kind="good">{t('passwordSaved')}</Alert>
          <LinkButton to={role === 'organizer' ? paths.organizer : paths.account}>
            {t('accountTitle')}
          </LinkButton>
        </>
      ) : (
        <Form method="post" ref={form} className="grid gap-6">
          {hasPassword && (
            <PasswordField
              name="currentPassword"
              label={t('currentPassword')}
              autoComplete="current-password"
              error={errorText('currentPassword')}
            />
          )}
          <PasswordField
            name="newPassword"
            label={t('newPassword')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            error={errorText('newPassword')}
          />
          <Button isPending={isPending} pendingLabel={t('working')}>
            {t('passwordButton')}
          </Button>
        </Form>
      )}
    </div>
  )
}
