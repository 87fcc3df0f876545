import { Download, ExternalLink } from 'lucide-react'
import { paths } from '../../http/paths.ts'

export type DocumentListItem = { id: string; title: string; url: string | null }

/** Plans and decisions to open: links to elsewhere, or files of ours as downloads. */
export function DocumentList({ documents }: { documents: readonly DocumentListItem[] }) {
  return (
    <ul className="grid gap-1">
      {documents.map(({ id, title, url }) => {
        const Icon = url === null ? Download : ExternalLink

        return (
          <li key={id}>
            <a
              href={url ?? paths.contestDocument(id)}
              className="link inline-flex min-h-11 items-center gap-2 py-1.5"
            >
              <Icon aria-hidden="true" className="size-5 shrink-0" />
              {title}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
