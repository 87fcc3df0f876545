import { Form, useNavigation } from '@remix-run/react'
import { PASSWORD_MIN_LENGTH } from '#app/core/people/password-rules.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { PasswordField } from './password-field.tsx'
import { useErrorText } from './use-error-text.ts'

/** What came back from a refused code. */
export type CodeAnswer = {
  values: { loginName: string; code: string }
  errors: Readonly<Record<string, string>>
  retryAfterMs: number | null
}

type CodeFormProps = {
  /** Known when the address was given out with the code. */
  loginName: string
  answer: CodeAnswer | undefined
}

/** A code from the help desk and the new password, in one step: nobody is left signed in without a password. */
export function CodeForm({ loginName, answer }: CodeFormProps) {
  const t = useT(account)
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state === 'submitting'
  const typing = { autoCapitalize: 'none', spellCheck: false, required: true } as const

  return (
    <Card>
      <Form method="post" ref={form} noValidate className="grid gap-6">
        {errorText('form') && <Alert kind="bad">{errorText('form')}</Alert>}
        <Field id="loginName" label={t('loginName')} error={errorText('loginName')}>
          {(control) => (
            <TextInput
              {...control}
              {...typing}
              name="loginName"
              autoComplete="username"
              defaultValue={answer?.values.loginName ?? loginName}
            />
          )}
        </Field>
        <Field id="code" label={t('code')} hint={t('codeHint')} error={errorText('code')}>
          {(control) => (
            <TextInput
              {...control}
              {...typing}
              name="code"
              autoComplete="one-time-code"
              className="tabular tracking-widest uppercase"
              defaultValue={answer?.values.code}
            />
          )}
        </Field>
        <PasswordField
          name="newPassword"
          label={t('newPassword')}
          hint={t('passwordHint', { count: PASSWORD_MIN_LENGTH })}
          autoComplete="new-password"
          error={errorText('newPassword')}
        />
        <Button isPending={isPending} pendingLabel={t('working')}>
          {t('codeButton')}
        </Button>
      </Form>
    </Card>
  )
}
