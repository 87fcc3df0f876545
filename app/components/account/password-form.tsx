import { Form, useNavigation } from '@remix-run/react'
import { PASSWORD_MIN_LENGTH } from '#app/core/people/password-rules.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { PasswordField } from './password-field.tsx'
import { useErrorText } from './use-error-text.ts'

type PasswordFormProps = {
  /** False for the owner of a one-time link who chooses the first one. */
  hasPassword: boolean
  loginName: string
  answer: PasswordAnswer | undefined
}

/** What came back from a refused change. */
export type PasswordAnswer = { errors: Readonly<Record<string, string>>; retryAfterMs: number | null }

export function PasswordForm({ hasPassword, loginName, answer }: PasswordFormProps) {
  const t = useT(account)
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state === 'submitting'

  return (
    <Card>
      <Form method="post" ref={form} className="grid gap-6" noValidate>
        {errorText('form') && <Alert kind="bad">{errorText('form')}</Alert>}
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
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
          hint={t('passwordHint', { count: PASSWORD_MIN_LENGTH })}
          autoComplete="new-password"
          error={errorText('newPassword')}
        />
        <div className="flex flex-wrap gap-3">
          <Button isPending={isPending} pendingLabel={t('working')}>
            {t('passwordButton')}
          </Button>
          {hasPassword && (
            <LinkButton to={paths.account} look="quiet">
              {t('cancel')}
            </LinkButton>
          )}
        </div>
      </Form>
    </Card>
  )
}
