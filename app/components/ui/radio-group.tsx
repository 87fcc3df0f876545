import { useId } from 'react'
import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'

type RadioGroupProps = { label: ReactNode; error?: string | null; children: ReactNode }

/** Radio buttons under one label. The group is what can be wrong, and what takes the focus then. */
export function RadioGroup({ label, error, children }: RadioGroupProps) {
  const labelId = useId()
  const errorId = useId()

  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? errorId : undefined}
      tabIndex={-1}
      className="grid min-w-0 gap-2 rounded-md"
    >
      <span id={labelId} className="font-semibold">
        {label}
      </span>
      {children}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}
