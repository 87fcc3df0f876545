import { Form, Link, NavLink } from '@remix-run/react'
import { Menu } from 'lucide-react'
import { isStaff } from '#app/core/people/capabilities.ts'
import type { Role } from '#app/core/people/capabilities.ts'
import { common } from '#app/i18n/messages/common.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { consoleHomeOf, paths } from '../http/paths.ts'
import { classNames } from './class-names.ts'
import { Emblem } from './emblem.tsx'
import { buttonClass } from './ui/button.tsx'

export type HeaderUser = { fullName: string; role: Role }

type SiteHeaderProps = { contestTitle: string | null; user: HeaderUser | null }

export function SiteHeader({ contestTitle, user }: SiteHeaderProps) {
  return (
    <header className="print:hidden border-b-4 border-gold bg-brand text-on-brand">
      <div className="page flex items-center gap-3 py-3">
        <Link to={paths.home} className="flex min-w-0 flex-1 items-center gap-3 outline-offset-4">
          <Emblem className="size-11 shrink-0 sm:size-13" />
          <span className="grid min-w-0">
            <span className="text-sm font-semibold tracking-wide uppercase">Hội Thi</span>
            {contestTitle && <span className="truncate text-sm sm:text-base">{contestTitle}</span>}
          </span>
        </Link>
        <div className="hidden items-center gap-2 lg:flex">
          <AccountLinks user={user} />
        </div>
        <details className="relative lg:hidden">
          <MenuSummary />
          <div className="absolute right-0 z-20 mt-2 grid w-64 gap-1 rounded-lg border border-line bg-surface p-3 text-ink shadow-card">
            <NavigationLinks
              className="grid"
              linkClassName="min-h-12 rounded-md px-3 py-2.5 hover:bg-sunken"
            />
            <div className="mt-2 grid gap-2 border-t border-line pt-3">
              <AccountLinks user={user} isOnSurface />
            </div>
          </div>
        </details>
      </div>
      <div className="hidden border-t border-on-brand/25 lg:block">
        <NavigationLinks className="page flex gap-1" linkClassName="px-4 py-2.5 hover:bg-brand-deep" />
      </div>
    </header>
  )
}

function MenuSummary() {
  const t = useT(common)

  return (
    <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 rounded-md px-3 font-semibold hover:bg-brand-deep [&::-webkit-details-marker]:hidden">
      <Menu aria-hidden="true" className="size-6" />
      <span className="sr-only sm:not-sr-only">{t('menu')}</span>
    </summary>
  )
}

function NavigationLinks({ className, linkClassName }: { className: string; linkClassName: string }) {
  const t = useT(common)
  const links = [
    { to: paths.home, label: t('home') },
    { to: paths.board, label: t('board') },
    { to: paths.rules, label: t('rules') },
    { to: paths.practice, label: t('practice') },
    { to: paths.announcements, label: t('announcements') },
  ]

  return (
    <nav aria-label={t('mainNavigation')}>
      <ul className={className}>
        {links.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === paths.home}
              className={({ isActive }) =>
                classNames(
                  'flex items-center',
                  linkClassName,
                  isActive && 'font-semibold underline underline-offset-8',
                )
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AccountLinks({ user, isOnSurface = false }: { user: HeaderUser | null; isOnSurface?: boolean }) {
  const t = useT(common)
  const quiet = isOnSurface
    ? buttonClass('secondary')
    : 'inline-flex min-h-12 items-center rounded-md px-4 font-semibold hover:bg-brand-deep'
  if (!user) {
    return (
      <>
        <Link to={paths.register} className={quiet}>
          {t('register')}
        </Link>
        <Link to={paths.signIn} className={isOnSurface ? buttonClass('primary') : buttonClass('secondary')}>
          {t('signIn')}
        </Link>
      </>
    )
  }

  return (
    <>
      {isStaff(user.role) && (
        <Link to={consoleHomeOf(user.role)} className={quiet}>
          {t('organizerConsole')}
        </Link>
      )}
      <Link to={paths.account} className={quiet}>
        {user.fullName}
      </Link>
      <Form method="post" action={paths.signOut}>
        <button className={classNames(quiet, 'w-full')}>{t('signOut')}</button>
      </Form>
    </>
  )
}
