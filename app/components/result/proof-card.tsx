import { Download } from 'lucide-react'
import { proof } from '#app/i18n/messages/proof.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { buttonClass } from '../ui/button.tsx'

export type PublishedResults = { sha256: string; takenAt: Date }

/** The hash of an official result and its file, with which anybody can check that nobody changed it since. */
export function ProofCard({ roundSlug, published }: { roundSlug: string; published: PublishedResults }) {
  const t = useT(proof)
  const { dateTime } = useFormatters()

  return (
    <section className="grid gap-3 rounded-lg bg-sunken p-5 text-sm sm:p-6">
      <h2 className="text-base font-semibold">{t('title')}</h2>
      <p>{t('text', { time: dateTime(published.takenAt) })}</p>
      <p className="rounded-md border border-line bg-surface p-3 font-mono break-all select-all">
        {published.sha256}
      </p>
      <p>{t('contents')}</p>
      <details className="print:hidden">
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t('howTitle')}</summary>
        <ol className="grid list-decimal gap-1.5 pb-2 pl-6 break-words">
          <li>{t('how1')}</li>
          <li>{t('how2')}</li>
          <li>{t('how3')}</li>
          <li>{t('how4')}</li>
        </ol>
      </details>
      <a
        href={paths.resultsFile(roundSlug)}
        download={`ket-qua-${roundSlug}.json`}
        className={buttonClass('secondary', 'justify-self-start print:hidden')}
      >
        <Download aria-hidden="true" className="size-5" />
        {t('download')}
      </a>
    </section>
  )
}

/** The files of an official result for the staff. @param published null while they are being stored */
export function StaffResultFiles({
  roundSlug,
  published,
}: {
  roundSlug: string
  published: PublishedResults | null
}) {
  const t = useT(proof)
  const { dateTime } = useFormatters()

  return (
    <section className="grid gap-3 border-t border-line pt-5">
      <h3 className="text-base font-semibold">{t('staffTitle')}</h3>
      {published ? (
        <>
          <p className="max-w-prose">{t('staffText', { time: dateTime(published.takenAt) })}</p>
          <div className="flex flex-wrap gap-3">
            {/* Not a client-side link: the address answers with a file. */}
            <a href={paths.resultsWorkbook(roundSlug)} className={buttonClass('secondary')}>
              <Download aria-hidden="true" className="size-5" />
              {t('staffXlsx')}
            </a>
            <a href={paths.fullResultsFile(roundSlug)} className={buttonClass('secondary')}>
              <Download aria-hidden="true" className="size-5" />
              {t('staffJson')}
            </a>
          </div>
        </>
      ) : (
        <p role="status">{t('staffWaiting')}</p>
      )}
    </section>
  )
}
