import { Download } from 'lucide-react'
import { papers } from '#app/i18n/messages/papers.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { PAPER_PARAMS, paths } from '../../http/paths.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { PapersView } from './papers-view-data.ts'

/** All certificates of the round in one file, and each by itself; buttons of the form around it. */
export function CertificateList({ view: { slug, winners } }: { view: PapersView }) {
  const t = useT(papers)
  const { number } = useFormatters()
  const address = paths.certificates(slug)

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('certificatesTitle')}</h2>
      <p className="text-muted">{t(winners.length > 0 ? 'certificatesText' : 'certificatesNone')}</p>
      {winners.length > 0 && (
        <>
          <Button formAction={address} className="sm:justify-self-start">
            <Download aria-hidden="true" className="size-5" />
            {t('certificatesAll', { count: number(winners.length) })}
          </Button>
          <ul className="divide-y divide-line">
            {winners.map(({ participantId, fullName, unitName, prizeTitle }) => (
              <li
                key={participantId}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <p className="min-w-0">
                  <span className="font-semibold">{fullName}</span>
                  <span className="block text-sm text-muted">
                    {prizeTitle} · {unitName || t('noUnit')}
                  </span>
                </p>
                <Button
                  look="quiet"
                  formAction={address}
                  name={PAPER_PARAMS.winner}
                  value={participantId}
                  aria-label={t('certificateNamed', { name: fullName })}
                >
                  <Download aria-hidden="true" className="size-5" />
                  {t('certificateOf')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
