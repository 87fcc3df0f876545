const PREFIX = 'hoithi:'

/** Whose form it is, and the version of the question that was before them when they typed. */
export type FormOwner = { ownerId: string; basedOn: number | null }

/**
 * What is typed into a long form, kept in this tab until it is saved: a reload, an ended session or a wrong click loses
 * nothing. Gone with the tab, because questions are secret and computers are shared.
 */
export function keep(key: string, owner: FormOwner, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify({ ...owner, values }))
  } catch {
    // Full, or forbidden by the browser: then nothing is kept.
  }
}

/**
 * What was kept, as it comes out of JSON; undefined when there is nothing. What somebody else left in this tab is not
 * shown, and not left there either.
 */
export function readKept(key: string, ownerId: string): { basedOn: unknown; values: unknown } | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as
      (FormOwner & { values: unknown }) | null
    if (kept && kept.ownerId === ownerId) return kept
    forgetKept(key)
  } catch {
    // Nothing that can be read.
  }

  return undefined
}

export function forgetKept(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept either.
  }
}
