import { WAITING_FILTERS } from '../core/question-import/waiting-import.ts'
import type { WaitingFilter } from '../core/question-import/waiting-import.ts'

/** Values as they stand in the address. */
const FILTER_VALUES: Readonly<Record<WaitingFilter, string>> = {
  all: '',
  errors: 'loi',
  warnings: 'luu-y',
  duplicates: 'trung',
  removed: 'bo-ra',
}

const DONE = ['fixed', 'fixed_left', 'removed', 'restored', 'converted'] as const
/** What the preview of an upload tells that it was done. */
export type UploadDone = (typeof DONE)[number]

/** What the preview of an upload shows. */
export type UploadView = {
  filter: WaitingFilter
  page: number
  /** Place of the question that is being corrected. */
  edited: number | null
  done: { what: UploadDone; position: number } | null
}

/** What the address of the preview asks for; nonsense counts as not asked. */
export function parseUploadView(search: URLSearchParams): UploadView {
  const filter = WAITING_FILTERS.find((each) => FILTER_VALUES[each] === search.get('loc'))
  const page = numberOf(search.get('trang'))
  const [what, position] = (search.get('xong') ?? '').split(':')
  const done = DONE.find((each) => each === what)

  return {
    filter: filter ?? 'all',
    page: page !== null && page >= 1 ? page : 1,
    edited: numberOf(search.get('sua')),
    done: done ? { what: done, position: numberOf(position ?? '') ?? 0 } : null,
  }
}

/** The query, with its question mark, that asks for this; parameters of the usual value are left out. */
export function uploadQueryOf({
  filter = 'all',
  page = 1,
  edited = null,
  done = null,
}: Partial<UploadView>): string {
  const values: [string, string][] = [
    ['loc', FILTER_VALUES[filter]],
    ['trang', page > 1 ? String(page) : ''],
    ['sua', edited === null ? '' : String(edited)],
    ['xong', done ? `${done.what}:${done.position}` : ''],
  ]
  const query = new URLSearchParams(values.filter(([, value]) => value !== '')).toString()

  return query === '' ? '' : `?${query}`
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
