import type { ReactNode } from 'react'
import { portal } from '#app/i18n/messages/portal.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { PortalKitView } from './portal-kit-data.ts'

/** Where to paste, in the words that the administration of a NukeViet portal shows. */
export function PlacingSteps({ view: { banner, origin, chosen } }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <section className="grid gap-6">
      <h2 className="text-xl">{t('stepsTitle')}</h2>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <Way title={t('htmlTitle')}>
          <Steps steps={[t('htmlStep1'), t('htmlStep2'), t('htmlStep3'), t('htmlStep4'), t('htmlStep5')]} />
        </Way>
        <Way title={t('adTitle')}>
          <p>{t('adText')}</p>
          <Steps
            steps={[
              <>
                {t('adStep1')}{' '}
                <a href={banner.timelessPath} download={`banner-${chosen.size.name}.png`} className="link">
                  banner-{chosen.size.name}.png
                </a>
              </>,
              t('adStep2'),
              <Given key="link" label={t('adStep3')} value={banner.linkAddress} />,
              <Given key="alt" label={t('adStep4')} value={banner.alt} />,
            ]}
          />
        </Way>
        <Way title={t('otherTitle')}>
          <p>{t('otherText')}</p>
        </Way>
        <Way title={t('troubleTitle')}>
          <p>{t('troubleText', { origin })}</p>
        </Way>
      </div>
    </section>
  )
}

function Way({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h3 className="text-lg">{title}</h3>
      {children}
    </div>
  )
}

function Steps({ steps }: { steps: readonly ReactNode[] }) {
  return (
    <ol className="grid list-decimal gap-2 pl-6 marker:font-semibold">
      {steps.map((step, index) => (
        <li key={index}>{step}</li>
      ))}
    </ol>
  )
}

function Given({ label, value }: { label: string; value: string }) {
  return (
    <>
      {label} <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-sm break-all">{value}</code>
    </>
  )
}
