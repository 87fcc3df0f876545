import type { ReactNode } from 'react'
import { portal } from '#app/i18n/messages/portal.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { KitOptions } from './kit-options.tsx'
import { PlacingSteps } from './placing-steps.tsx'
import type { PortalKitView } from './portal-kit-data.ts'
import { Snippet } from './snippet.tsx'

/** For an administrator of a portal who can copy and paste: what it will look like, what to copy, where to paste it. */
export function PortalKit({ view }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <div className="page grid gap-10">
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      {view.origin.startsWith('http:') && (
        <Alert kind="warn" title={t('httpTitle')}>
          {t('httpText', { origin: view.origin })}
        </Alert>
      )}
      <KitOptions view={view} />
      <BannerSection view={view} />
      <BoardSection view={view} />
      <PlacingSteps view={view} />
    </div>
  )
}

function BannerSection({ view: { banner, chosen } }: { view: PortalKitView }) {
  const t = useT(portal)
  const { name, width, height } = chosen.size

  return (
    <section className="grid gap-5">
      <div className="grid max-w-3xl gap-2">
        <h2 className="text-xl">{t('bannerTitle')}</h2>
        <p>{t('bannerText')}</p>
      </div>
      <Preview>
        <img
          key={banner.path}
          src={banner.path}
          width={width}
          height={height}
          alt={banner.alt}
          className="h-auto max-w-full"
        />
      </Preview>
      <Snippet
        id="ma-banner"
        label={t('bannerSnippet', { size: name.replace('x', ' × ') })}
        code={banner.snippet}
      />
    </section>
  )
}

function BoardSection({ view: { board } }: { view: PortalKitView }) {
  const t = useT(portal)

  return (
    <section className="grid gap-5">
      <div className="grid max-w-3xl gap-2">
        <h2 className="text-xl">{t('boardTitle')}</h2>
        <p>{t('boardText')}</p>
      </div>
      <Preview>
        <iframe
          key={board.path}
          src={board.path}
          title={`${t('preview')}: ${t('boardTitle')}`}
          height={board.height}
          className="w-full max-w-md border border-line"
        />
      </Preview>
      <Snippet id="ma-bang" label={t('boardSnippet')} code={board.snippet} />
    </section>
  )
}

function Preview({ children }: { children: ReactNode }) {
  const t = useT(portal)

  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-semibold text-muted">{t('preview')}</figcaption>
      <div className="rounded-lg border border-line bg-sunken p-4 sm:p-6">{children}</div>
    </figure>
  )
}
