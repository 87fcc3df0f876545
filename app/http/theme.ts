/** The reader's choice of light or dark; null follows the system. */
export type Theme = 'light' | 'dark'
export const THEME_COOKIE = 'hoithi_theme'

export function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark'
}

export function themeOf(cookieHeader: string | null): Theme | null {
  const chosen = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(\\w+)`).exec(cookieHeader ?? '')?.[1]

  return isTheme(chosen) ? chosen : null
}
