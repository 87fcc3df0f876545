import { foldForSearch } from '#app/core/vietnamese-text.ts'

/**
 * How alike two names are, from 0 to 1: the share of letter pairs they have in common (Dice), without accents, case
 * and punctuation. "UBND xã Tân Lập" and "Uy ban xa Tân Lâp" share most of theirs.
 */
export function similarityOf(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)]
  if (pairsA.length === 0 || pairsB.length === 0) return foldForSearch(a) === foldForSearch(b) ? 1 : 0
  const left = new Map<string, number>()
  for (const pair of pairsB) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairsA) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    left.set(pair, count - 1)
    shared++
  }

  return (2 * shared) / (pairsA.length + pairsB.length)
}

/** Below it a proposal misleads more often than it helps. */
const ENOUGH = 0.6

/** The most similar entry, or null when none is similar enough. */
export function mostSimilar<T extends { name: string }>(name: string, entries: readonly T[]): T | null {
  let best: { entry: T; score: number } | null = null
  for (const entry of entries) {
    const score = similarityOf(name, entry.name)
    if (score >= ENOUGH && score > (best?.score ?? 0)) best = { entry, score }
  }

  return best?.entry ?? null
}

function pairsOf(text: string): string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2)))
    .filter((pair) => pair !== '')
}
