/** Questions of a file that the bank has already, or nearly has. */
import { keyWordsOf, optionWordsOf } from './checks.ts'
import type { DraftQuestion } from './draft.ts'
import { foldForSearch } from '#app/core/vietnamese-text.ts'
import { bareText } from './tidy.ts'

export type BankQuestion = { code: string; stem: string; options: readonly string[]; key: readonly number[] }

/** The worst first. */
export const DUPLICATE_KINDS = [
  // The same question with another key: one of the two is wrong.
  'other_key',
  // The same question with the same key.
  'exact',
  // The same code: importing it would be a correction of that question.
  'same_code',
  // Nearly the same words.
  'near',
] as const
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number]

export type Duplicate = {
  /** Index into the questions of the file. */
  index: number
  kind: DuplicateKind
  code: string
  stem: string
  /** Key of the bank's question in its own words, for the comparison. */
  keyWords: string[]
  /** 0 to 1. */
  similarity: number
}

/** From here on two stems are so alike that somebody should look; found by comparing pairs of the real bank. */
const NEAR_FROM = 0.75

/** At most one duplicate for each question: the worst. */
export function findDuplicates(
  questions: readonly DraftQuestion[],
  bank: readonly BankQuestion[],
): Duplicate[] {
  if (bank.length === 0) return []
  const byCode = new Map(bank.map((question) => [question.code, question]))
  const byStem = Map.groupBy(bank, (question) => bareText(question.stem))
  const near = nearIndex(bank)

  return questions.flatMap((question, index) => {
    const twins = byStem.get(bareText(question.stem)) ?? []
    const twin = twins.find((other) => optionWordsOf(other.options) === optionWordsOf(question.options))
    const own = question.code === null ? undefined : byCode.get(question.code)
    if (twin) return [found(index, isSameKey(question, twin) ? 'exact' : 'other_key', twin, 1)]
    if (own) return [found(index, 'same_code', own, 1)]
    const closest = near(question.stem)

    return closest ? [found(index, 'near', closest.question, closest.similarity)] : []
  })
}

function isSameKey(question: DraftQuestion, other: BankQuestion): boolean {
  return keyWordsOf(question) === keyWordsOf({ options: [...other.options], key: [...other.key] })
}

function found(index: number, kind: DuplicateKind, question: BankQuestion, similarity: number): Duplicate {
  const { code, stem, options, key } = question

  return { index, kind, code, stem, keyWords: key.map((place) => options[place] ?? ''), similarity }
}

/**
 * Finds the nearest stem by the share of word pairs in common. Only stems that share one of the rarest pairs of the
 * asked one are compared: with the threshold that misses none, and thousands against thousands stay quick.
 */
function nearIndex(bank: readonly BankQuestion[]) {
  const sets = bank.map((question) => pairsOfWords(question.stem))
  const frequency = new Map<string, number>()
  for (const set of sets) for (const pair of set) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  const places = new Map<string, number[]>()
  for (const [index, set] of sets.entries())
    for (const pair of rarest(set)) places.set(pair, [...(places.get(pair) ?? []), index])

  function rarest(set: ReadonlySet<string>): string[] {
    const prefix = set.size - Math.ceil(NEAR_FROM * set.size) + 1

    return [...set]
      .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, prefix)
  }

  return (stem: string): { question: BankQuestion; similarity: number } | null => {
    const asked = pairsOfWords(stem)
    const candidates = new Set(rarest(asked).flatMap((pair) => places.get(pair) ?? []))
    let best: { question: BankQuestion; similarity: number } | null = null
    for (const index of candidates) {
      const similarity = similarityOf(asked, sets[index] ?? new Set())
      const question = bank[index]
      if (question && similarity >= NEAR_FROM && similarity > (best?.similarity ?? 0))
        best = { question, similarity }
    }

    return best
  }
}

function pairsOfWords(text: string): ReadonlySet<string> {
  const words = foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

  return new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ''}`))
}

function similarityOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  const union = a.size + b.size - common

  return union === 0 ? 0 : common / union
}
