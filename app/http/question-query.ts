import { CitationSchema } from '../core/questions/question-file.ts'
import { EVERY_QUESTION } from '../core/questions/question-filter.ts'
import type {
  FacilityBand,
  FlagFilter,
  QuestionFilter,
  StateFilter,
} from '../core/questions/question-filter.ts'

const MAX_PAGE = 10_000
const MAX_SEARCH_LENGTH = 200

/** Names of the parameters in the address of the list; also of the controls of its form. */
export const QUESTION_PARAMS = {
  bank: 'ngan-hang',
  search: 'tim',
  topic: 'chuyen-de',
  difficulty: 'muc-do',
  provision: 'dieu',
  state: 'trang-thai',
  flag: 'co',
  facility: 'do-kho',
  page: 'trang',
} as const

/** Values as they stand in the address. */
export const STATE_VALUES: Readonly<Record<StateFilter, string>> = {
  in_use: '',
  draft: 'nhap',
  submitted: 'cho-duyet',
  approved: 'da-duyet',
  rejected: 'tra-lai',
  incomplete: 'thieu',
  retired: 'da-rut',
}
export const FACILITY_VALUES: Readonly<Record<FacilityBand, string>> = {
  hard: 'kho',
  medium: 'vua',
  easy: 'de',
  unknown: 'chua-co',
}
const FLAG_VALUES = { all: '', flagged: 'co', clear: 'khong' } as const
const REASON_PREFIX = 'ly-do:'

export function flagValueOf(flag: FlagFilter): string {
  return typeof flag === 'string' ? FLAG_VALUES[flag] : REASON_PREFIX + flag.reason
}

/** What the address of the list asks for; nonsense counts as not asked. The bank is null when none is named. */
export function parseQuestionQuery(url: string): { bankSlug: string | null; filter: QuestionFilter } {
  const { searchParams } = new URL(url)
  const valueOf = (name: keyof typeof QUESTION_PARAMS) => searchParams.get(QUESTION_PARAMS[name]) ?? ''
  const page = Math.trunc(Number(valueOf('page') || 1))
  const difficulty = Number(valueOf('difficulty'))

  return {
    bankSlug: valueOf('bank') || null,
    filter: {
      search: valueOf('search').slice(0, MAX_SEARCH_LENGTH),
      topic: valueOf('topic'),
      difficulty: difficulty === 1 || difficulty === 2 || difficulty === 3 ? difficulty : null,
      provision: CitationSchema.safeParse(valueOf('provision')).data ?? '',
      state: keyOf(STATE_VALUES, valueOf('state')) ?? 'in_use',
      flag: parseFlag(valueOf('flag')),
      facility: keyOf(FACILITY_VALUES, valueOf('facility')),
      page: page >= 1 && page <= MAX_PAGE ? page : 1,
    },
  }
}

/** The query of the list's address that asks for this; empty parameters are left out. */
export function questionQueryOf(bankSlug: string, filter: Partial<QuestionFilter>): string {
  const { search, topic, difficulty, provision, state, flag, facility, page } = {
    ...EVERY_QUESTION,
    ...filter,
  }
  const values: [keyof typeof QUESTION_PARAMS, string][] = [
    ['bank', bankSlug],
    ['search', search],
    ['topic', topic],
    ['difficulty', difficulty ? String(difficulty) : ''],
    ['provision', provision],
    ['state', STATE_VALUES[state]],
    ['flag', flagValueOf(flag)],
    ['facility', facility ? FACILITY_VALUES[facility] : ''],
    ['page', page > 1 ? String(page) : ''],
  ]

  return new URLSearchParams(
    values.filter(([, value]) => value !== '').map(([name, value]) => [QUESTION_PARAMS[name], value]),
  ).toString()
}

function parseFlag(value: string): FlagFilter {
  if (value.startsWith(REASON_PREFIX)) return { reason: value.slice(REASON_PREFIX.length) }
  if (value === FLAG_VALUES.flagged) return 'flagged'

  return value === FLAG_VALUES.clear ? 'clear' : 'all'
}

function keyOf<K extends string>(values: Readonly<Record<K, string>>, wanted: string): K | null {
  const found = (Object.keys(values) as K[]).find((key) => values[key] === wanted)

  return found ?? null
}
