import type { RoundFacts } from './prediction-facts.ts'

/**
 * The tie-breaker guess. Guesses and truths are integers in hundred-thousandths (five decimals), because
 * percentages are guessed as "87,65432"; counts are whole numbers in the same unit.
 */
export type PredictionKind = 'people_all_right' | 'people' | 'attempts' | 'percentage_all_right'

const UNIT = 100_000n
const MAX_COUNT = 100_000_000n

/**
 * Reads a guess as people type it: "1204", "1.204" or "1 204" for counts, "87,65432" or "87.65432" for percentages.
 * Null when it is not a number of that kind (negative, over 100 %, more than five decimals, over 100 million).
 */
export function parsePrediction(kind: PredictionKind, text: string): bigint | null {
  const compact = text
    .normalize('NFC')
    .trim()
    .replace(/[\s\u00a0]/g, '')
  switch (kind) {
    case 'percentage_all_right':
      return parsePercentage(compact.replace(/%$/, ''))
    case 'people':
    case 'people_all_right':
    case 'attempts':
      return parseCount(compact)
    default:
      return kind satisfies never
  }
}

/** The value the guesses are measured against, from the facts of the closed round. */
export function predictionTruthOf(
  kind: PredictionKind,
  facts: Pick<RoundFacts, 'people' | 'peopleAllRight' | 'attempts'>,
): bigint {
  switch (kind) {
    case 'people':
      return BigInt(facts.people) * UNIT
    case 'people_all_right':
      return BigInt(facts.peopleAllRight) * UNIT
    case 'attempts':
      return BigInt(facts.attempts) * UNIT
    case 'percentage_all_right':
      // Rounded half up to five decimals of a percent.
      return facts.people === 0
        ? 0n
        : (BigInt(facts.peopleAllRight) * 200n * UNIT + BigInt(facts.people)) / (2n * BigInt(facts.people))
    default:
      return kind satisfies never
  }
}

/** A guess or truth as text in the given locale: "1.204", "87,65432". */
export function formatPrediction(kind: PredictionKind, value: bigint, locale: string): string {
  const fractionDigits = kind === 'percentage_all_right' ? 5 : 0

  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(Number(value) / Number(UNIT))
}

function parseCount(text: string): bigint | null {
  const isPlain = /^\d{1,9}$/.test(text)
  // One kind of separator only: "1.204,567" is a fraction, and "0.123" is no way to write 123.
  const isGrouped = /^[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*$/.test(text)
  if (!isPlain && !isGrouped) return null

  const count = BigInt(text.replace(/[.,]/g, ''))

  return count <= MAX_COUNT ? count * UNIT : null
}

function parsePercentage(text: string): bigint | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,5}))?$/.exec(text)
  if (!match) return null

  const value = BigInt(match[1] ?? '0') * UNIT + BigInt((match[2] ?? '').padEnd(5, '0'))

  return value <= 100n * UNIT ? value : null
}
