import { DUPLICATE_KINDS } from '../core/questions/import/duplicates.ts'
import type { DuplicateKind } from '../core/questions/import/duplicates.ts'
import { UPLOAD_DONE, WAITING_FILTERS } from '../core/questions/import/waiting-import.ts'
import type { UploadDone, WaitingFilter } from '../core/questions/import/waiting-import.ts'

/** Values as they stand in the address. */
const FILTER_VALUES: Readonly<Record<WaitingFilter, string>> = {
  all: '',
  errors: 'loi',
  warnings: 'luu-y',
  duplicates: 'trung',
  incomplete: 'thieu',
  good: 'tot',
  removed: 'bo-ra',
}
const KIND_VALUES: Readonly<Record<DuplicateKind, string>> = {
  other_key: 'khac-dap-an',
  exact: 'giong-han',
  same_code: 'cung-ma',
  near: 'gan-giong',
}

const DONE_TO_MANY: readonly UploadDone[] = ['decided_many', 'proposed_many', 'undone', 'undone_some']

/** Whether what is told of it is how many questions it concerned, not which. */
export function isDoneToMany(what: UploadDone): boolean {
  return DONE_TO_MANY.includes(what)
}

/** What the preview of an upload shows. */
export type UploadView = {
  filter: WaitingFilter
  /** Of the duplicates only those of this kind. */
  kind: DuplicateKind | null
  page: number
  /** Place of the question that is being corrected. */
  edited: number | null
  /** With the place of the question it was done to, or with how many there were. */
  done: { what: UploadDone; about: number } | null
}

/** What the address of the preview asks for; nonsense counts as not asked. */
export function parseUploadView(search: URLSearchParams): UploadView {
  const filter = WAITING_FILTERS.find((each) => FILTER_VALUES[each] === search.get('loc'))
  const page = numberOf(search.get('trang'))
  const [what, about] = (search.get('xong') ?? '').split(':')
  const done = UPLOAD_DONE.find((each) => each === what)

  return {
    filter: filter ?? 'all',
    kind: DUPLICATE_KINDS.find((kind) => KIND_VALUES[kind] === search.get('loai')) ?? null,
    page: page !== null && page >= 1 ? page : 1,
    edited: numberOf(search.get('sua')),
    done: done ? { what: done, about: numberOf(about ?? '') ?? 0 } : null,
  }
}

/** The query, with its question mark, that asks for this; parameters of the usual value are left out. */
export function uploadQueryOf({
  filter = 'all',
  kind = null,
  page = 1,
  edited = null,
  done = null,
}: Partial<UploadView>): string {
  const values: [string, string][] = [
    ['loc', FILTER_VALUES[filter]],
    ['loai', kind === null ? '' : KIND_VALUES[kind]],
    ['trang', page > 1 ? String(page) : ''],
    ['sua', edited === null ? '' : String(edited)],
    ['xong', done ? `${done.what}:${done.about}` : ''],
  ]
  const query = new URLSearchParams(values.filter(([, value]) => value !== '')).toString()

  return query === '' ? '' : `?${query}`
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
