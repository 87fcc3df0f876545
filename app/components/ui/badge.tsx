import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'info' | 'gold'

const TONES: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-muted',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  info: 'bg-info-soft text-info',
  gold: 'bg-gold-soft text-gold-text',
}

export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  tone?: BadgeTone
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center justify-self-start gap-1.5 rounded-full px-3 py-1 text-sm font-semibold whitespace-nowrap',
        TONES[tone],
      )}
    >
      {Icon && <Icon aria-hidden="true" className="size-4" />}
      {children}
    </span>
  )
}
