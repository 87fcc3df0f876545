import type { LockDoneValue } from '#app/components/organizer/rounds/lock-done.tsx'
import { paths } from '#app/http/paths.ts'

/** People chosen in a list, at most a page of them: more than that is not meant to be done at once. */
const MAX_CHOSEN = 50

export function chosenOf(params: URLSearchParams | FormData): string[] {
  const ids = params.getAll('nguoi').filter((id): id is string => typeof id === 'string' && id !== '')

  return [...new Set(ids)].slice(0, MAX_CHOSEN)
}

/** The list after accounts were locked or opened, able to take it back. */
export function afterLocking({ lock, personIds }: LockDoneValue): string {
  const params = new URLSearchParams([['xong', lock], ...personIds.map((id) => ['nguoi', id])])

  return `${paths.people}?${params}`
}

export function lockDoneOf(request: Request): LockDoneValue | null {
  const { searchParams } = new URL(request.url)
  const lock = searchParams.get('xong')

  return lock === 'lock' || lock === 'unlock' ? { lock, personIds: chosenOf(searchParams) } : null
}
