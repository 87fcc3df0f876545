import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { UnitGroup } from '#app/core/units/unit-groups.ts'
import { PASSWORD_MIN_LENGTH } from '#app/core/people/password-rules.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { ConsentBoxes } from './consent-boxes.tsx'
import { PasswordField } from './password-field.tsx'
import type { UnitChoice } from './use-unit-search.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useErrorText } from './use-error-text.ts'

type RegisterFormProps = {
  unitGroups: readonly UnitGroup<UnitChoice>[]
  noticeVersion: string
  /** The data notice, read before the consents below it. */
  notice: ReactNode
  signInHref: string
  answer: RegisterAnswer | undefined
}

/** What came back from a refused registration. */
export type RegisterAnswer = {
  values: {
    fullName: string
    loginName: string
    unitId: string
    processing: boolean
    namePublication: boolean
  }
  errors: Readonly<Record<string, string>>
  retryAfterMs: number | null
}

export function RegisterForm({ unitGroups, noticeVersion, notice, signInHref, answer }: RegisterFormProps) {
  const t = useT(account)
  const errorText = useErrorText(answer?.errors, answer?.retryAfterMs)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state === 'submitting'
  const formError = errorText('form') ?? (answer ? t('formHasErrors') : null)

  return (
    <Form method="post" ref={form} className="grid gap-10" noValidate>
      {formError && <Alert kind="bad">{formError}</Alert>}
      <Part title={t('registerPartPerson')}>
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
        <UnitPicker groups={unitGroups} defaultUnitId={answer?.values.unitId} error={errorText('unitId')} />
        <Alert kind="info">{t('registerFixedData')}</Alert>
      </Part>
      <Part title={t('registerPartSignIn')}>
        <div className="grid gap-3">
          <Field
            id="loginName"
            label={t('loginName')}
            hint={t('loginNameHint')}
            error={errorText('loginName')}
          >
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
          {answer?.errors.loginName === 'login_name_taken' && (
            <p>
              <Link to={signInHref} className="link inline-block py-2 font-semibold">
                {t('signInInstead')}
              </Link>
            </p>
          )}
        </div>
        <PasswordField
          name="password"
          label={t('password')}
          hint={t('passwordHint', { count: PASSWORD_MIN_LENGTH })}
          autoComplete="new-password"
          error={errorText('password')}
        />
      </Part>
      <Part title={t('consentsTitle')}>
        {notice}
        <input type="hidden" name="noticeVersion" value={noticeVersion} />
        {/* A new key: what was ticked under another version of the notice is no consent to this one. */}
        <ConsentBoxes key={noticeVersion} ticked={answer?.values} error={errorText('processing')} />
      </Part>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line pt-6">
        <Button isPending={isPending} pendingLabel={t('working')} className="w-full sm:w-auto">
          {t('registerButton')}
        </Button>
        <p>
          {t('haveAccount')}{' '}
          <Link to={signInHref} className="link inline-block py-2">
            {t('signInButton')}
          </Link>
        </p>
      </div>
    </Form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-6">
      <legend className="mb-5 text-xl font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}
