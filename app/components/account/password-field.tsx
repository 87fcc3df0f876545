import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'

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
  const hasScripts = useHasScripts()
  const [isShown, setIsShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <TextInput
            {...control}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            required
            spellCheck={false}
            autoCapitalize="none"
            className="pr-28"
          />
          {hasScripts && (
            <button
              type="button"
              aria-controls={name}
              onClick={() => setIsShown((shown) => !shown)}
              className="absolute inset-y-0.5 right-0.5 inline-flex min-h-11 items-center gap-1.5 rounded-md px-3 text-sm font-semibold text-brand-text hover:bg-brand-soft"
            >
              <Icon aria-hidden="true" className="size-5" />
              {isShown ? t('hidePassword') : t('showPassword')}
              <span className="sr-only">{label}</span>
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
