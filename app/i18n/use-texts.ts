import { createContext, useContext, useMemo } from 'react'
import { createFormatters } from './formatters.ts'
import type { Formatters } from './formatters.ts'
import { DEFAULT_LOCALE } from './locale.ts'
import type { Locale } from './locale.ts'
import { translate } from './messages.ts'
import type { Messages, Texts, Translate } from './messages.ts'

const LocaleContext = createContext<Locale>(DEFAULT_LOCALE)

/** Set once by the root of the page. */
export const LocaleProvider = LocaleContext.Provider

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The texts of an area in the page's language: `const t = useT(exam)`, then `t('saved', { time })`. */
export function useT<T extends Texts>(messages: Messages<T>): Translate<T> {
  const locale = useLocale()

  return useMemo(() => translate(locale, messages), [locale, messages])
}

/** Dates, numbers and durations in the page's language and in Vietnam's time. */
export function useFormatters(): Formatters {
  const locale = useLocale()

  return useMemo(() => createFormatters(locale), [locale])
}
