/** Vietnamese first: English only for who asks for it. */
export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'vi'
export const LOCALE_COOKIE = 'hoithi_locale'

export function isLocale(value: unknown): value is Locale {
  return value === 'vi' || value === 'en'
}

/** The language of a request: the one chosen by cookie, otherwise Vietnamese whatever the browser asks for. */
export function localeOf(cookieHeader: string | null): Locale {
  const chosen = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(cookieHeader ?? '')?.[1]

  return isLocale(chosen) ? chosen : DEFAULT_LOCALE
}
