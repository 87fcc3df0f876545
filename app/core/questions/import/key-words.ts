/** What authors write for the right option: "B", "b; d", "A và C", "2", "B. text of the option", or only the text. */
import { LATIN_ORDER } from './labels.ts'
import { bareText, foldLabel, latinLetters, tidyText } from './tidy.ts'

export type KeyReading =
  | { key: number[]; rest: string }
  | { code: 'key_unreadable' | 'key_out_of_range' | 'key_ambiguous' | 'key_conflict'; rest: string }

const LEAD =
  /^(?:(?:cả|các|đáp án|đa|phương án|pa|câu|ý|lựa chọn|option|answer|choice|là|is)\s*(?:đúng)?\s*(?:là)?\s*[:.]?\s*)+(?=[([]?[A-HĐa-hđ1-8](?![\p{L}\p{M}\p{N}]))/iu
const SEPARATOR = /^\s*(?:[,;&+/|.]|và|and|–|-)?\s*/u

/**
 * Reads a key.
 * @param letters labels of the options in their order, when they are not A, B, C …
 * @returns indices in ascending order and what follows the key, or why it can't be read
 */
export function readKey(
  text: string,
  options: readonly string[],
  letters: readonly string[] = LATIN_ORDER,
): KeyReading {
  const words = tidyText(text)
    .replace(/^[([]\s*/u, '')
    .replace(/\*\*|__/gu, '')
  if (words === '') return { code: 'key_unreadable', rest: '' }
  const trueFalse = readTrueFalse(words, options)
  if (trueFalse) return trueFalse
  const byText = readByText(words, options)
  const byLabel = readByLabel(words, options, letters)
  if (byText && byLabel && 'key' in byLabel && !sameKey(byText, byLabel.key)) {
    // "2" is the second option as well as the one that says "2".
    return { code: 'key_ambiguous', rest: '' }
  }
  if (byText) return { key: byText, rest: '' }

  return byLabel ?? { code: 'key_unreadable', rest: words }
}

export function sameKey(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index) => b.includes(index))
}

/** The whole key is the text of an option, or texts one after another. */
function readByText(words: string, options: readonly string[]): number[] | null {
  const places = placesByText(options)
  const whole = places.get(bareText(words))
  if (whole !== undefined && bareText(words) !== '') return whole === null ? null : [whole]
  const parts = words.split(/\s*[;|\n]\s*/u).filter((part) => part !== '')
  if (parts.length < 2) return null
  const key = parts.map((part) => places.get(bareText(part)) ?? null)

  return key.every((index) => index !== null) ? ascending(key) : null
}

/** Options by their bare text; null for a text that two options share. */
function placesByText(options: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (const [index, option] of options.entries()) {
    const bare = bareText(option)
    if (bare !== '') places.set(bare, places.has(bare) ? null : index)
  }

  return places
}

function readByLabel(
  words: string,
  options: readonly string[],
  letters: readonly string[],
): KeyReading | null {
  const stripped = latinLetters(words)
    .replace(LEAD, '')
    .replace(/^[([]\s*/u, '')
  const letterRun = /^[A-HĐ]{2,8}(?=$|[.)\]])/u.exec(stripped)?.[0]
  if (letterRun && isAscending(letterRun, letters)) {
    return inRange(
      [...letterRun].map((letter) => letters.indexOf(letter)),
      options,
      '',
    )
  }
  const isNumeric = /^\d/u.test(stripped)
  const item = isNumeric
    ? /^(\d)(?!\d|[.,]\d{2,}|%|\s*(?!và\s*\d)\p{L})\s*/u
    : /^([A-HĐa-hđ])(?![\p{L}\p{M}\p{N}])\s*[)\]]?\s*/u
  const places: number[] = []
  let at = 0
  for (;;) {
    const match = item.exec(stripped.slice(at))
    if (!match) break
    const symbol = (match[1] ?? '').toUpperCase()
    if (!isNumeric && letters.filter((letter) => letter === symbol).length > 1)
      return { code: 'key_ambiguous', rest: '' }
    places.push(isNumeric ? Number(symbol) - 1 : placeOfLetter(symbol, letters))
    at += match[0].length
    const separator = SEPARATOR.exec(stripped.slice(at))?.[0] ?? ''
    if (!item.test(stripped.slice(at + separator.length)) || isEndOfSentence(separator)) break
    at += separator.length
  }
  if (places.length === 0) return null
  const rest = stripped.slice(at).replace(/^[\s.:;,)\]–-]+/u, '')
  if (isNumeric && rest !== '') return null

  return withRest(inRange(places, options, rest), rest, options)
}

/** A letter that no label shows is its place in the alphabet, and so out of range or not labelled at all. */
function placeOfLetter(letter: string, letters: readonly string[]): number {
  const place = letters.indexOf(letter)

  return place === -1 ? LATIN_ORDER.length : place
}

/** "A. B" may be a key of two; "B. Điều 5" may not go on with a letter. */
function isEndOfSentence(separator: string): boolean {
  return separator.trim() === '.' && separator.endsWith('  ')
}

/** "B. text": the text must be the one of option B, otherwise it says something else, such as why. */
function withRest(reading: KeyReading, rest: string, options: readonly string[]): KeyReading {
  if (!('key' in reading) || rest === '') return reading
  const place = placesByText(options).get(bareText(rest))
  if (place === undefined) return { key: reading.key, rest }

  return place !== null && reading.key.includes(place)
    ? { key: reading.key, rest: '' }
    : { code: 'key_conflict', rest }
}

function inRange(places: readonly number[], options: readonly string[], rest: string): KeyReading {
  if (places.some((place) => place < 0 || place >= options.length)) return { code: 'key_out_of_range', rest }

  return { key: ascending(places), rest }
}

function isAscending(run: string, letters: readonly string[]): boolean {
  const places = [...run].map((letter) => letters.indexOf(letter))

  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)))
}

function ascending(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b)
}

const TRUE_WORDS = ['dung', 'true', 'd', 't', 'co', 'yes']
const FALSE_WORDS = ['sai', 'false', 's', 'f', 'khong', 'no']

/** "Đ" or "TRUE" for a question whose options are Đúng and Sai. */
function readTrueFalse(words: string, options: readonly string[]): KeyReading | null {
  if (options.length !== 2) return null
  const word = foldLabel(words)
  const kind = TRUE_WORDS.includes(word) ? TRUE_WORDS : FALSE_WORDS.includes(word) ? FALSE_WORDS : null
  if (!kind) return null
  const place = options.findIndex((option) => kind.includes(foldLabel(option)))

  return place === -1 ? null : { key: [place], rest: '' }
}

/** @returns the two options of a question whose key is only "Đúng" or "Sai", and which of them is right */
export function trueFalseOf(words: string): { options: string[]; key: number[] } | null {
  const word = foldLabel(words)
  if (!['dung', 'sai', 'true', 'false'].includes(word)) return null

  return { options: ['Đúng', 'Sai'], key: [TRUE_WORDS.includes(word) ? 0 : 1] }
}
