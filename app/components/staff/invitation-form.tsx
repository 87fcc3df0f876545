import { Form, useNavigation } from '@remix-run/react'
import { STAFF_ROLES } from '#app/core/people/staff-form.ts'
import { staff } from '#app/i18n/messages/staff.ts'
import type { StaffText } from '#app/i18n/messages/staff.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, FieldError, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

export type InvitationAnswer = {
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<'fullName' | 'loginName' | 'role', string>>
}

/** Makes an account for somebody who will help; what each role means stands beside it. */
export function InvitationForm({ answer }: { answer: InvitationAnswer | null }) {
  const t = useT(staff)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().formData?.get('intent') === 'invite'
  const errorOf = (field: string) => {
    const key = answer?.errors[field]

    return key ? t(key as StaffText) : null
  }

  return (
    <Card>
      <Form method="post" ref={form} noValidate aria-labelledby="invite" className="grid gap-5">
        <h2 id="invite" className="text-xl">
          {t('inviteTitle')}
        </h2>
        {answer && <Alert kind="bad">{t('formRefused')}</Alert>}
        <Field id="fullName" label={t('fullName')} error={errorOf('fullName')}>
          {(control) => (
            <TextInput
              {...control}
              name="fullName"
              autoComplete="off"
              defaultValue={answer?.values.fullName}
            />
          )}
        </Field>
        <Field id="loginName" label={t('loginName')} hint={t('loginNameHint')} error={errorOf('loginName')}>
          {(control) => (
            <TextInput
              {...control}
              name="loginName"
              autoComplete="off"
              autoCapitalize="none"
              defaultValue={answer?.values.loginName}
            />
          )}
        </Field>
        <RoleChoice chosen={answer?.values.role ?? ''} error={errorOf('role')} />
        <Button
          name="intent"
          value="invite"
          isPending={isPending}
          pendingLabel={t('working')}
          className="justify-self-start"
        >
          {t('inviteButton')}
        </Button>
      </Form>
    </Card>
  )
}

function RoleChoice({ chosen, error }: { chosen: string; error: string | null }) {
  const t = useT(staff)

  return (
    <fieldset className="grid min-w-0 gap-1.5" aria-describedby={error ? 'role-error' : undefined}>
      <legend className="mb-1.5 font-semibold">{t('role')}</legend>
      {error && <FieldError id="role-error">{error}</FieldError>}
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {STAFF_ROLES.map((role, index) => (
          <label
            key={role}
            className="grid min-h-12 cursor-pointer grid-cols-[auto_1fr] gap-x-3 px-3.5 py-2.5 hover:bg-sunken has-checked:bg-brand-soft"
          >
            <input
              type="radio"
              name="role"
              value={role}
              defaultChecked={chosen === role}
              aria-invalid={error && index === 0 ? true : undefined}
              className="row-span-2 mt-0.5 size-6 accent-brand"
            />
            <span className="font-semibold">{t(`role_${role}`)}</span>
            <span className="text-sm text-muted">{t(`means_${role}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
