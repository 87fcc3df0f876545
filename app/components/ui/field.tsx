import { CircleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type FieldProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  /** In the user's language, says what to do. */
  error?: string | null
  /** Renders the control with the attributes that tie it to its label, hint and error. */
  children: (control: ControlProps) => ReactNode
}

export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A labelled control with its hint and, at the place of the mistake, its error. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = classNames(hintId, errorId) || undefined

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': describedBy, ...(error ? { 'aria-invalid': true } : {}) })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-semibold text-bad">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

export const CONTROL_CLASS =
  'min-h-12 w-full rounded-md border border-edge bg-surface px-3.5 py-2.5 text-base text-ink placeholder:text-muted aria-invalid:border-bad aria-invalid:border-2'

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input type="text" {...props} className={classNames(CONTROL_CLASS, className)} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...props} className={classNames(CONTROL_CLASS, className)} />
}

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={classNames(CONTROL_CLASS, className)} />
}
