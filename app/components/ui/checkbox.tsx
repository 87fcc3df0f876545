import type { ComponentProps, ReactNode } from 'react'
import { FieldError } from './field.tsx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
}

/** A box whose whole row can be tapped. Never ticked beforehand when it stands for a consent. */
export function Checkbox({ id, label, hint, error, ...props }: CheckboxProps) {
  const errorId = error ? `${id}-error` : undefined

  return (
    <div className="grid gap-1.5">
      <label
        htmlFor={id}
        className="flex cursor-pointer items-start gap-3 rounded-md border border-line bg-surface p-3.5 hover:border-edge has-checked:border-brand has-checked:bg-brand-soft"
      >
        <input
          {...props}
          type="checkbox"
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={errorId}
          className="mt-0.5 size-6 shrink-0 accent-brand"
        />
        <span className="grid gap-0.5">
          <span>{label}</span>
          {hint && <span className="text-sm text-muted">{hint}</span>}
        </span>
      </label>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}
