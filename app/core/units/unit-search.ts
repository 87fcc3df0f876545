import { foldForSearch } from '#app/core/vietnamese-text.ts'

type SearchableUnit<T> = { unit: T; words: string[]; initials: string }

/**
 * Search in a list of units as people type it: without accents, by beginnings of words in any order ("hoc 05 tieu"),
 * by initials of words that follow each other ("th" and "thcs" for Tiểu học and Trung học cơ sở), and by numbers with
 * or without leading zeros. Every word of the query must be found.
 * @returns a function from the query to the units found, in the order given; an empty query finds all
 */
export function createUnitSearch<T extends { name: string }>(units: readonly T[]): (query: string) => T[] {
  const searchable = units.map((unit): SearchableUnit<T> => {
    const words = wordsOf(unit.name)

    return { unit, words, initials: words.map((word) => word[0]).join('') }
  })

  return (query) => {
    const tokens = wordsOf(query)

    return searchable
      .filter((entry) => tokens.every((token) => isFoundIn(entry, token)))
      .map(({ unit }) => unit)
  }
}

function isFoundIn({ words, initials }: SearchableUnit<unknown>, token: string): boolean {
  if (words.some((word) => word.startsWith(token) || isSameNumber(word, token))) return true

  return token.length > 1 && initials.includes(token)
}

function isSameNumber(word: string, token: string): boolean {
  return /^\d+$/.test(token) && /^\d+$/.test(word) && Number(word) === Number(token)
}

function wordsOf(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
