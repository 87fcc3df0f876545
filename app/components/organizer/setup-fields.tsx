import type { ComponentProps, ReactNode } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { DayInput, MomentInput } from '../ui/date-input.tsx'
import { Field, FieldError, TextInput, Textarea } from '../ui/field.tsx'
import { useSetupField } from './setup-form-context.ts'

type FieldProps = { name: string; label: ReactNode; hint?: ReactNode }

export function SetupInput({
  name,
  label,
  hint,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'value' | 'onChange'>) {
  const { value, error, set } = useSetupField(name)

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <TextInput
          {...control}
          {...input}
          name={name}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  )
}

export function SetupDay({ name, label, hint }: FieldProps) {
  const { value, error, set } = useSetupField(name)

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <DayInput {...control} name={name} value={value} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  )
}

export function SetupMoment({ name, label, hint }: FieldProps) {
  const { value, error, set } = useSetupField(name)

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <MomentInput {...control} name={name} value={value} onChange={(event) => set(event.target.value)} />
      )}
    </Field>
  )
}

export function SetupTextarea({ name, label, hint, rows = 3 }: FieldProps & { rows?: number }) {
  const { value, error, set } = useSetupField(name)

  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <Textarea
          {...control}
          name={name}
          rows={rows}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  )
}

export function SetupCheckbox({ name, label, hint }: FieldProps) {
  const { isTicked, error, tick } = useSetupField(name)

  return (
    <Checkbox
      id={name}
      name={name}
      value="on"
      label={label}
      hint={hint}
      error={error}
      checked={isTicked}
      onChange={(event) => tick(event.target.checked)}
    />
  )
}

export type Choice = { value: string; label: string; hint?: string }

/** One of a few, each with what it means; `name` is also the id that a list of mistakes leads to. */
export function SetupChoice({ name, label, hint, choices }: FieldProps & { choices: readonly Choice[] }) {
  const { value, error, set } = useSetupField(name)
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')

  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={describedBy || undefined}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-12 cursor-pointer items-start gap-3 px-3.5 py-2.5 hover:bg-sunken has-checked:bg-brand-soft"
          >
            <input
              type="radio"
              id={index === 0 ? name : undefined}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => set(choice.value)}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <span className="grid gap-0.5">
              <span>{choice.label}</span>
              {choice.hint && <span className="text-sm text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
