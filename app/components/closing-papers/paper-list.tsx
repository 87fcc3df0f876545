import { Download } from 'lucide-react'
import { papers } from '#app/i18n/messages/papers.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { PaperKind } from '../../core/closing/papers/paper.ts'
import { paths } from '../../http/paths.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

/** In the order in which an office makes them. */
const IN_ORDER = [
  'minutes',
  'proposal',
  'decision',
  'winners',
  'sign_list',
  'report',
] as const satisfies readonly PaperKind[]

/** The papers, each with what it is for; buttons of the form around it. */
export function PaperList({ slug, isSettled }: { slug: string; isSettled: boolean }) {
  const t = useT(papers)

  return (
    <Card className="grid gap-2">
      <h2 className="text-xl">{t('papersTitle')}</h2>
      <ul className="divide-y divide-line">
        {IN_ORDER.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="grid max-w-xl min-w-0 gap-0.5">
              <h3 className="text-base font-semibold">{t(kind)}</h3>
              <p className="text-muted">{t(`${kind}For`)}</p>
            </div>
            <Button
              look="secondary"
              formAction={paths.closingPaperFile(slug, kind)}
              disabled={!isSettled}
              aria-label={t('downloadNamed', { name: t(kind) })}
            >
              <Download aria-hidden="true" className="size-5" />
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
