import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { getUser } from './auth/guards.server.ts'
import { AnnouncementBanner } from './components/announcements/announcement-banner.tsx'
import { ErrorPage } from './components/error-page.tsx'
import { IdleWarning } from './components/idle-warning.tsx'
import { SiteFooter } from './components/site-footer.tsx'
import { SiteHeader } from './components/site-header.tsx'
import { SESSION_IDLE_MS } from './core/people/session-times.ts'
import { parseEmbedQuery } from './http/embed-query.ts'
import { isForPortals } from './http/paths.ts'
import { themeOf } from './http/theme.ts'
import { localeOf } from './i18n/locale.ts'
import { common } from './i18n/messages/common.ts'
import { LocaleProvider, useT } from './i18n/use-texts.ts'
import { listCurrentAnnouncements } from './services/contests/announcement-lists.server.ts'
import { getCurrentContest } from './services/contests/contests.server.ts'
import stylesUrl from './styles/app.css?url'
import fontUrl from './styles/fonts/be-vietnam-pro-400.woff2?url'

/** How much of the site stands around a page: all of it, nothing (the paper has its own head), or no scripts either. */
export type RouteHandle = { shell?: 'site' | 'bare'; scripts?: 'none' }

export const links: LinksFunction = () => [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.contest?.title ?? 'Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const cookies = request.headers.get('Cookie')
  const [user, contest, announcements] = await Promise.all([
    getUser(request),
    getCurrentContest(context.now),
    listCurrentAnnouncements(context.now),
  ])

  return {
    locale: localeOf(cookies),
    theme: isForPortals(new URL(request.url).pathname)
      ? parseEmbedQuery(request.url).theme
      : themeOf(cookies),
    // The id of a shared page would be somebody else's: only the signed-in get theirs in the page.
    requestId: user ? context.requestId : null,
    user: user && { fullName: user.fullName, role: user.role },
    session: user && { idleMs: SESSION_IDLE_MS },
    contest: contest && { title: contest.title, organizerName: contest.organizerName },
    announcements,
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const hasScripts = useHandles().every((handle) => handle.scripts !== 'none')

  return (
    <html lang={data?.locale ?? 'vi'} data-theme={data?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#961b1e" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={data?.locale ?? 'vi'}>{children}</LocaleProvider>
        {hasScripts && <ScrollRestoration />}
        {hasScripts && <Scripts />}
      </body>
    </html>
  )
}

export default function App() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')

  return (
    <Shell>
      <ErrorPage requestId={data?.requestId ?? null} />
    </Shell>
  )
}

function Shell({ children }: { children: ReactNode }) {
  const t = useT(common)
  const data = useRouteLoaderData<typeof loader>('root')
  const isBare = useHandles().some((handle) => handle.shell === 'bare')
  if (isBare) return children

  return (
    <>
      <a
        href="#noi-dung"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-md focus:bg-surface focus:p-3"
      >
        {t('skipToContent')}
      </a>
      <SiteHeader contestTitle={data?.contest?.title ?? null} user={data?.user ?? null} />
      <AnnouncementBanner announcements={data?.announcements ?? []} />
      <main id="noi-dung" tabIndex={-1} className="py-8 outline-none sm:py-10">
        {children}
      </main>
      <SiteFooter organizerName={data?.contest?.organizerName ?? null} />
      {data?.session && <IdleWarning idleMs={data.session.idleMs} />}
    </>
  )
}

function useHandles(): RouteHandle[] {
  return useMatches().map((match) => (match.handle ?? {}) as RouteHandle)
}
