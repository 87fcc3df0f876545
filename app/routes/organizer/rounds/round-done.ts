const DONE_PARAM = 'xong'

/** The decision that was just made, carried in the address so that a reload repeats nothing. */
export type Done = 'extended' | 'closed'

const VALUES = { extended: 'gia-han', closed: 'ket-thuc' } as const satisfies Record<Done, string>

export function doneOf(url: URL): Done | null {
  const value = url.searchParams.get(DONE_PARAM)
  if (value === VALUES.extended) return 'extended'

  return value === VALUES.closed ? 'closed' : null
}

export function withDone(path: string, done: Done): string {
  return `${path}?${new URLSearchParams({ [DONE_PARAM]: VALUES[done] })}`
}
