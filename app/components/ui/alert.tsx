import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type AlertKind = 'info' | 'good' | 'warn' | 'bad'

const LOOKS = {
  info: { icon: Info, className: 'border-info bg-info-soft text-info' },
  good: { icon: CircleCheck, className: 'border-good bg-good-soft text-good' },
  warn: { icon: TriangleAlert, className: 'border-warn bg-warn-soft text-warn' },
  bad: { icon: CircleAlert, className: 'border-bad bg-bad-soft text-bad' },
} as const

type AlertProps = { kind: AlertKind; title?: ReactNode; children?: ReactNode; className?: string }

/** A message with icon and words: colour is never the only sign. Errors and warnings are announced when they appear. */
export function Alert({ kind, title, children, className }: AlertProps) {
  const { icon: Icon, className: look } = LOOKS[kind]

  return (
    <div
      role={kind === 'bad' ? 'alert' : 'status'}
      className={classNames('flex gap-3 rounded-md border-l-4 p-4', look, className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="grid gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}
