import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { ownPathOr, paths } from '#app/http/paths.ts'
import { THEME_COOKIE, isTheme } from '#app/http/theme.ts'
import { LOCALE_COOKIE, isLocale } from '#app/i18n/locale.ts'

const ONE_YEAR_S = 31_536_000

/** Language and appearance, chosen in the footer. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  const [locale, theme, returnTo] = [form.get('locale'), form.get('theme'), form.get('returnTo')]
  if (isLocale(locale)) headers.append('Set-Cookie', cookie(LOCALE_COOKIE, locale))
  if (isTheme(theme)) headers.append('Set-Cookie', cookie(THEME_COOKIE, theme))

  return redirect(ownPathOr(typeof returnTo === 'string' ? returnTo : null, paths.home), { headers })
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax`
}
