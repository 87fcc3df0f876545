import type { Theme } from './theme.ts'
import { paths } from './paths.ts'

export const MIN_EMBEDDED_ROWS = 3
export const MAX_EMBEDDED_ROWS = 50
const DEFAULT_ROWS = 10

/** How an embedded board looks and what it shows. */
export type EmbedQuery = {
  rows: number
  /** Null follows the reader's system. */
  theme: Theme | null
  /** Null for the whole contest. */
  roundSlug: string | null
}

/** Words of the address and of the form. Light unless told: nearly every portal is. */
const THEMES: Readonly<Record<string, Theme | null>> = { sang: 'light', toi: 'dark', 'tu-dong': null }
export const THEME_WORDS = ['sang', 'toi', 'tu-dong'] as const
export type ThemeWord = (typeof THEME_WORDS)[number]

/** What the address of an embedded board asks for; nonsense becomes the usual: it stands on pages we cannot mend. */
export function parseEmbedQuery(url: string): EmbedQuery {
  const { searchParams } = new URL(url)
  const rows = Number(searchParams.get('so'))
  const word = searchParams.get('nen') ?? ''
  const theme = Object.hasOwn(THEMES, word) ? THEMES[word] : 'light'

  return {
    rows: rows ? Math.min(MAX_EMBEDDED_ROWS, Math.max(MIN_EMBEDDED_ROWS, Math.trunc(rows))) : DEFAULT_ROWS,
    theme: theme ?? null,
    roundSlug: searchParams.get('dot') || null,
  }
}

/** The word for a theme in addresses. */
export function themeWordOf(theme: Theme | null): ThemeWord {
  return THEME_WORDS.find((word) => THEMES[word] === theme) ?? 'sang'
}

/** The address that asks for exactly this. */
export function embeddedBoardPath({ rows, theme, roundSlug }: EmbedQuery): string {
  const query = new URLSearchParams({
    so: String(rows),
    nen: themeWordOf(theme),
    ...(roundSlug !== null && { dot: roundSlug }),
  })

  return `${paths.embeddedBoard}?${query}`
}
