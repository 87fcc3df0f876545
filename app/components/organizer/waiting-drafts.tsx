import { Link } from '@remix-run/react'
import { Card } from '../ui/card.tsx'

type WaitingDraftsProps = {
  title: string
  hint?: string
  drafts: readonly { id: string; fileName: string; href: string; note: string }[]
}

/** Uploads that somebody left before confirming them: nothing is lost when the page is closed. */
export function WaitingDrafts({ title, hint, drafts }: WaitingDraftsProps) {
  if (drafts.length === 0) return null

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{title}</h2>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <ul className="divide-y divide-line">
        {drafts.map(({ id, fileName, href, note }) => (
          <li key={id} className="grid gap-0.5 py-2.5">
            <Link to={href} className="link justify-self-start py-1 font-semibold">
              {fileName}
            </Link>
            <span className="tabular text-sm text-muted">{note}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
