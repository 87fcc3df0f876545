import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { PasswordField } from './password-field.tsx'
import { useErrorText } from './use-error-text.ts'

type SignInFormProps = {
  registerHref: string
  answer: SignInAnswer | undefined
}

/** What came back from a refused sign-in. */
export type SignInAnswer = {
  loginName: string
  errors: Readonly<Record<string, string>>
  retryAfterMs: number | null
}

export function SignInForm({ registerHref, answer }: SignInFormProps) {
  const t = useT(account)
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const isPending = useNavigation().state === 'submitting'
  const form = useRef<HTMLFormElement>(null)
  // Which of the two is wrong is not told; the password is the one that can't be read over.
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLInputElement>('#password')?.select()
  }, [answer])

  return (
    <Card className="grid gap-6">
      <Form method="post" ref={form} className="grid gap-6">
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
      </Form>
      <div className="grid gap-1 border-t border-line pt-4">
        <p>
          {t('noAccount')}{' '}
          <Link to={registerHref} className="link inline-block py-2 font-semibold">
            {t('registerTitle')}
          </Link>
        </p>
        <p className="text-sm text-muted">{t('forgotPassword')}</p>
        <Link to={paths.signInCode} className="link justify-self-start py-2">
          {t('haveCode')}
        </Link>
      </div>
    </Card>
  )
}
