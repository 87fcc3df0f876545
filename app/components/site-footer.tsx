import { Link, useLocation } from '@remix-run/react'
import { common } from '#app/i18n/messages/common.ts'
import { useLocale, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../http/paths.ts'

export function SiteFooter({ organizerName }: { organizerName: string | null }) {
  const t = useT(common)
  const links = [
    { to: paths.statistics, label: t('statistics') },
    { to: paths.receiptCheck, label: t('checkReceipt') },
    { to: paths.portalKit, label: t('portalKit') },
  ]

  return (
    <footer className="print:hidden mt-16 border-t border-line bg-sunken py-8 text-sm">
      <div className="page grid gap-6 sm:grid-cols-[1fr_auto]">
        <div className="grid content-start gap-3">
          {organizerName && <p>{t('organizedBy', { name: organizerName })}</p>}
          <nav aria-label={t('footerNavigation')}>
            <ul className="flex flex-wrap gap-x-5 gap-y-2">
              {links.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className="link inline-block py-1.5">
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <Preferences />
      </div>
    </footer>
  )
}

/** Plain forms: they work before and without scripts. */
function Preferences() {
  const t = useT(common)
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const small = 'min-h-11 rounded-md border border-edge bg-surface px-3 hover:bg-paper'

  return (
    <form method="post" action={paths.preferences} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button
        name="locale"
        value={locale === 'vi' ? 'en' : 'vi'}
        lang={locale === 'vi' ? 'en' : 'vi'}
        className={small}
      >
        {t('switchLanguage')}
      </button>
      <fieldset className="flex gap-2">
        <legend className="sr-only">{t('theme')}</legend>
        <button name="theme" value="light" className={small}>
          {t('themeLight')}
        </button>
        <button name="theme" value="dark" className={small}>
          {t('themeDark')}
        </button>
      </fieldset>
    </form>
  )
}
