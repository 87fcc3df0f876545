/**
 * Seeded pseudo-random numbers: the same seed gives the same paper for ever, so an old paper can be redrawn and
 * checked. The algorithms are fixed by tests; a change would make old papers unprovable.
 * Seeds come from a service (node:crypto), are stored beside the paper and never reach a browser.
 */
export type Random = {
  /** A float in [0, 1) with 32 random bits. */
  next: () => number
  /** An integer in [0, bound); `bound` is a positive integer below 2^32. */
  below: (bound: number) => number
}

/** Makes a generator from any string. Seeding: cyrb128; numbers: sfc32 (both public domain, by bryc and C. Doty-Humphrey). */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = hashToFourWords(seed)

  const nextWord = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0

    return t >>> 0
  }

  // The first words still resemble the seed.
  for (let i = 0; i < 15; i++) nextWord()

  const below = (bound: number): number => {
    // Rejection sampling: a plain remainder would favour the low numbers.
    const limit = 2 ** 32 - (2 ** 32 % bound)
    let word = nextWord()
    while (word >= limit) word = nextWord()

    return word % bound
  }

  return { next: () => nextWord() / 2 ** 32, below }
}

/** A new array in random order (Fisher–Yates); the input is left alone. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = result[i] as T
    result[i] = result[j] as T
    result[j] = held
  }

  return result
}

function hashToFourWords(text: string): [number, number, number, number] {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  h1 ^= h2 ^ h3 ^ h4
  h2 ^= h1
  h3 ^= h1
  h4 ^= h1

  return [h1 | 0, h2 | 0, h3 | 0, h4 | 0]
}
