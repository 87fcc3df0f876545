import type { Locale } from './locale.ts'

/** The texts of one area of the interface: flat keys, `{name}` where a value goes in. */
export type Texts = Readonly<Record<string, string>>
export type Messages<T extends Texts> = Readonly<Record<Locale, T>>
export type Params = Readonly<Record<string, string | number>>
export type Translate<T extends Texts> = (key: keyof T & string, params?: Params) => string

/**
 * Joins the languages of an area. English must have exactly the keys of Vietnamese: a missing text fails the
 * typecheck. A route imports its own area only, so a page carries the texts it shows and no engine to look
 * them up. docs/decisions/0009-texts-without-a-library.md
 */
export function defineMessages<T extends Texts>(messages: {
  vi: T
  en: { [K in keyof T]: string }
}): Messages<T> {
  return messages as Messages<T>
}

/** A function that gives the texts of an area in one language. */
export function translate<T extends Texts>(locale: Locale, messages: Messages<T>): Translate<T> {
  const texts = messages[locale]

  return (key, params) => {
    const text = texts[key] ?? key

    return params ? fill(text, params) : text
  }
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder))
}
