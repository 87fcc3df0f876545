import { Link } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'

/** The way back to the list a page belongs to. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="link inline-flex min-h-11 items-center gap-2 justify-self-start print:hidden">
      <ArrowLeft aria-hidden="true" className="size-5" />
      {children}
    </Link>
  )
}
