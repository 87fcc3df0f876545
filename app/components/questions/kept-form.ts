const PREFIX = 'hoithi:'

/**
 * What is typed into a long form, kept in this tab until it is saved: a reload, an ended session or a wrong click loses
 * nothing. Gone with the tab, because questions are secret and computers are shared.
 */
export function keep(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(values))
  } catch {
    // Full, or forbidden by the browser: then nothing is kept.
  }
}

/** What was kept, as it comes out of JSON; undefined when there is nothing. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function forgetKept(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept either.
  }
}
