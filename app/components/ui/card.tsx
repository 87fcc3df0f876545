import type { ComponentProps } from 'react'
import { classNames } from '../class-names.ts'

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      {...props}
      className={classNames('rounded-lg border border-line bg-surface p-5 shadow-card sm:p-7', className)}
    />
  )
}
