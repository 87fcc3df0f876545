import { useState } from 'react'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, TextInput } from '../ui/field.tsx'

type PasswordFieldProps = {
  name: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  error?: string | null
}

/** A password that can be looked at: people on phones mistype what they can't see. */
export function PasswordField({ name, label, autoComplete, hint, error }: PasswordFieldProps) {
  const t = useT(account)
  const [isShown, setIsShown] = useState(false)

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <div className="flex gap-2">
          <TextInput
            {...control}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            required
            spellCheck={false}
            autoCapitalize="none"
          />
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => setIsShown((shown) => !shown)}
            className="min-h-12 shrink-0 rounded-md border border-edge bg-surface px-4 hover:bg-sunken"
          >
            {isShown ? t('hidePassword') : t('showPassword')}
          </button>
        </div>
      )}
    </Field>
  )
}
