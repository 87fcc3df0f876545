import { Download } from 'lucide-react'
import { fingerprint as messages } from '#app/i18n/messages/fingerprint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { buttonClass } from '../ui/button.tsx'

export type FingerprintValue = { sha256: string; questionCount: number; isFinal: boolean; isIntact: boolean }

type FingerprintProps = {
  roundSlug: string
  fingerprint: FingerprintValue
  /** Level of the heading, by the page it stands on. */
  heading: 'h2' | 'h3' | 'h4'
}

/** With which anybody can check that the rules a round was opened with are the rules it was ranked by. */
export function FingerprintCard({ roundSlug, fingerprint, heading: Heading }: FingerprintProps) {
  const t = useT(messages)
  const { number } = useFormatters()
  const { sha256, questionCount, isFinal, isIntact } = fingerprint

  return (
    <section className="grid gap-3 rounded-lg bg-sunken p-5 text-sm sm:p-6">
      <Heading className="text-base font-semibold">{t('title')}</Heading>
      <p>
        {t(isFinal ? 'final' : 'provisional')} {t('questions', { count: number(questionCount) })}
      </p>
      <p className="rounded-md border border-line bg-surface p-3 font-mono break-all select-all">{sha256}</p>
      {isIntact ? <p className="text-good">{t('intact')}</p> : <Alert kind="bad">{t('broken')}</Alert>}
      <details className="print:hidden">
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{t('howTitle')}</summary>
        <ol className="grid list-decimal gap-1.5 pb-2 pl-6">
          <li>{t('how1')}</li>
          <li>{t('how2')}</li>
          <li>{t('how3')}</li>
        </ol>
      </details>
      <a
        href={paths.roundDocument(roundSlug)}
        download="thiet-lap.json"
        className={buttonClass('secondary', 'justify-self-start print:hidden')}
      >
        <Download aria-hidden="true" className="size-5" />
        {t('download')}
      </a>
    </section>
  )
}
