import { Link } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const BASE =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-md px-5 py-2.5 text-base font-semibold text-center transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-deep',
  secondary: 'border border-edge bg-surface text-ink hover:bg-sunken',
  quiet: 'text-brand-text hover:bg-brand-soft',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft',
}

export function buttonClass(look: ButtonLook, className?: string): string {
  return classNames(BASE, LOOKS[look], className)
}

type ButtonProps = ComponentProps<'button'> & {
  look?: ButtonLook
  /** Shown instead of the label while the form is on its way; the button is disabled meanwhile. */
  pendingLabel?: ReactNode
  isPending?: boolean
}

export function Button({
  look = 'primary',
  isPending = false,
  pendingLabel,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type="submit"
      {...props}
      disabled={props.disabled || isPending}
      className={buttonClass(look, className)}
    >
      {isPending && pendingLabel ? pendingLabel : children}
    </button>
  )
}

type LinkButtonProps = ComponentProps<typeof Link> & { look?: ButtonLook }

export function LinkButton({ look = 'primary', className, ...props }: LinkButtonProps) {
  return <Link {...props} className={buttonClass(look, className)} />
}
