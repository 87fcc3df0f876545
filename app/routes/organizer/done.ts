const DONE_PARAM = 'xong'

/** What was just done, carried in the address so that a reload repeats nothing. */
export function withDoneText(path: string, done: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ [DONE_PARAM]: done })}`
}

/** The key of the text about what was just done, if it is one of those the page knows. */
export function doneTextOf<K extends string>(request: Request, known: readonly K[]): K | null {
  const done = new URL(request.url).searchParams.get(DONE_PARAM)

  return known.find((key) => key === done) ?? null
}
