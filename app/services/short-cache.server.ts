/**
 * A value that may be a moment old, computed once however many ask at the same time. For data that is the same
 * for everybody; personal data never goes in here.
 */
export type ShortCache<T> = { get: (key: string, compute: () => Promise<T>) => Promise<T> }

type Entry<T> = { startedAtMs: number; value: Promise<T> }

/**
 * @param ttlMs age after which a value is computed again, counted from the start of its computation
 * @param maxEntries bound on memory; the oldest entry goes first
 * @param isKept whether a value outlives those who asked while it was computed
 */
export function createShortCache<T>({
  ttlMs,
  maxEntries,
  isKept = () => true,
}: {
  ttlMs: number
  maxEntries: number
  isKept?: (value: T) => boolean
}): ShortCache<T> {
  const entries = new Map<string, Entry<T>>()

  const remember = (key: string, entry: Entry<T>): void => {
    entries.delete(key)
    const oldest = entries.size >= maxEntries ? entries.keys().next().value : undefined
    if (oldest !== undefined) entries.delete(oldest)
    entries.set(key, entry)
  }

  return {
    get: (key, compute) => {
      const startedAtMs = performance.now()
      const known = entries.get(key)
      if (known && startedAtMs - known.startedAtMs < ttlMs) return known.value

      const value = compute()
      remember(key, { startedAtMs, value })
      const forget = (): void => {
        if (entries.get(key)?.value === value) entries.delete(key)
      }
      // A failure is not kept: the next reader tries again.
      void value.then((known) => isKept(known) || forget(), forget)

      return value
    },
  }
}
