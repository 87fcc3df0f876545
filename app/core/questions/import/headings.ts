/** Recognises what the columns of a sheet hold from their headings, in any order and wording near to ours. */
import { cellText, isBlankRow } from './grid.ts'
import type { Grid } from './grid.ts'
import { foldLabel } from './tidy.ts'

export type Role =
  | 'number'
  | 'code'
  | 'topic'
  | 'difficulty'
  | 'stem'
  | 'options'
  | 'key'
  | 'explanation'
  | 'citation'
  | 'evidence'
  | 'review'
  | 'validFrom'
  | 'validTo'
  | 'remark'

export type Columns = {
  /** Column of each role, counted from 0. */
  roles: ReadonlyMap<Role, number>
  /** Columns of the options in the order of their letters. */
  options: readonly number[]
  /** Columns "Đúng" and "Sai" that hold a cross each; null: none. */
  trueFalse: readonly [number, number] | null
  /** Index into the rows of the first row below the headings. */
  firstRow: number
}

const ROLE_PATTERNS: readonly [Role, RegExp][] = [
  [
    'validTo',
    /(hieu luc|gia tri|su dung|ap dung).*\b(den|toi|het)\b|^(het|den) (ngay )?(hieu luc|gia tri|han)|^valid (to|until)|^validto$/,
  ],
  ['validFrom', /(hieu luc|gia tri|su dung|ap dung).*\btu\b|^valid from|^validfrom$|^tu ngay$/],
  ['review', /(can|de nghi) (xem|ra) (lai|soat)|^review/],
  ['number', /^(stt|tt|so tt|so thu tu|thu tu|no|#|so|cau so|so cau|so cau hoi|cau thu|index)$/],
  ['code', /^(ma|ma so|ma cau( hoi)?|ma ch|id|code|question id|idnumber)$/],
  ['difficulty', /muc do|do kho|cap do|difficulty|\blevel\b|muc nhan thuc|nhan thuc/],
  ['evidence', /minh chung|evidence|bang chung/],
  [
    'key',
    /(dap an|da|phuong an|pa|lua chon|tra loi|y|ket qua) (dung|chinh xac|chuan)|^(dap an|da|d a|key|ket qua|dung|dap so|tra loi|chon)( \(?.*)?$(?<!^(dap an|da|tra loi|chon) ([a-h1-8]|tra loi|lua chon)$)|correct|^answers?( key)?$|right answer|^dung sai$/,
  ],
  ['explanation', /giai thich|loi giai|huong dan|dien giai|ly giai|explanation|feedback|rationale|comment/],
  [
    'citation',
    /can cu|co so phap ly|dieu luat|dieu khoan|trich dan|vien dan|^nguon|van ban|citation|reference|tham khao|phap ly/,
  ],
  [
    'options',
    /^(cac |noi dung )*(phuong an|lua chon|dap an|cau tra loi|tra loi)( tra loi| lua chon| de chon)?$|^(answer )?(options|choices)$|cac (phuong an|lua chon|dap an)/,
  ],
  [
    'topic',
    /chu de|chuyen de|linh vuc|^chuong|^phan$|^nhom|mach kien thuc|topic|category|danh muc|don vi kien thuc/,
  ],
  [
    'stem',
    /cau hoi|noi dung|de bai|question(?! (type|id))|cau dan|phan dan|\bstem\b|trac nghiem|^cau$|tinh huong/,
  ],
  ['remark', /^ghi chu|^note|^chu thich/],
]

const OPTION =
  /^(?:(?:noi dung )?(?:phuong an|dap an|lua chon|cau tra loi|tra loi|option|answer|choice|pa|da|y|cau)(?: (?:tra loi|lua chon|so|thu|nhieu))*(?: option)? ?([a-h]|[1-8]|nhat|hai|ba|tu|nam|sau)(?: max \d+ characters)?|([a-h]))$/
const ORDINALS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau']
const TYPE = /^(loai|kieu|dang|type|question type)/

/** Headings stand in one of the first rows; titles of the file come before. */
const SEARCHED_ROWS = 40

/** @returns null when no row looks like headings */
export function findColumns(grid: Grid): Columns | null {
  let best: { columns: Columns; score: number } | null = null
  for (const [index, row] of grid.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (isBlankRow(row)) continue
    const single = columnsOf(labelsOf(grid, index), index + 1)
    const double = index + 1 < grid.rows.length ? columnsOf(joinedLabels(grid, index), index + 2) : null
    for (const candidate of [single, double]) {
      const score = candidate ? scoreOf(candidate) : 0
      if (candidate && score > (best?.score ?? 0)) best = { columns: candidate, score }
    }
  }

  return best?.columns ?? null
}

/** Headings of a row; a merged heading counts for each of its columns. */
function labelsOf(grid: Grid, index: number): string[] {
  const row = grid.rows[index]
  const width = Math.max(0, ...grid.rows.slice(index, index + 2).map((each) => each.cells.length))
  const labels = Array.from({ length: width }, (_, column) => foldLabel(cellText(row?.cells[column])))
  for (const merge of grid.merges)
    if (merge.top <= index && index <= merge.bottom)
      for (let column = merge.left; column <= merge.right && column < width; column++)
        labels[column] ||= foldLabel(cellText(grid.rows[merge.top]?.cells[merge.left]))

  return labels
}

/** Headings of two rows: "Phương án trả lời" above "A", "B", "C", "D". */
function joinedLabels(grid: Grid, index: number): string[] {
  const upper = labelsOf(grid, index)
  const lower = labelsOf(grid, index + 1)
  // Below a heading without a lower part, an unmerged row may hold the first question.
  if (!lower.some((label) => OPTION.test(label))) return []

  return upper.map((label, column) => {
    const below = lower[column] ?? ''

    return OPTION.test(below) || below === '' || below === label ? below || label : below
  })
}

function columnsOf(labels: readonly string[], firstRow: number): Columns {
  const roles = new Map<Role, number>()
  const options = new Map<number, number>()
  const trueFalse = trueFalseColumns(labels)
  for (const [column, label] of labels.entries()) {
    if (label === '' || label.length > 120 || TYPE.test(label) || trueFalse?.includes(column)) continue
    const place = optionPlace(label)
    if (place !== null) {
      if (!options.has(place)) options.set(place, column)
      continue
    }
    const role = roleOf(label)
    if (role === 'stem' && roles.has('stem') && labels[roles.get('stem') ?? 0] === 'cau') {
      // "Câu" beside "Nội dung câu hỏi" is the number.
      roles.set('number', roles.get('stem') ?? 0)
      roles.set('stem', column)
    } else if (role && !roles.has(role)) roles.set(role, column)
  }
  // "Đáp án" beside "Đáp án đúng" holds the options, and so it does when no other column can.
  if (roles.has('remark') && !roles.has('explanation')) roles.set('explanation', roles.get('remark') ?? 0)

  return {
    roles,
    options: [...options].sort(([a], [b]) => a - b).map(([, column]) => column),
    trueFalse: options.size === 0 ? trueFalse : null,
    firstRow,
  }
}

function trueFalseColumns(labels: readonly string[]): [number, number] | null {
  const pairs = [
    ['dung', 'sai'],
    ['true', 'false'],
    ['d', 's'],
  ] as const
  for (const [yes, no] of pairs) {
    const columns: [number, number] = [labels.indexOf(yes), labels.indexOf(no)]
    if (columns[0] >= 0 && columns[1] >= 0 && !labels.includes('a')) return columns
  }

  return null
}

function optionPlace(label: string): number | null {
  const match = OPTION.exec(label)
  const symbol = match?.[1] ?? match?.[2]
  if (!symbol) return null
  if (ORDINALS.includes(symbol)) return ORDINALS.indexOf(symbol)

  return /\d/.test(symbol) ? Number(symbol) - 1 : symbol.charCodeAt(0) - 97
}

function roleOf(label: string): Role | null {
  return ROLE_PATTERNS.find(([, pattern]) => pattern.test(label))?.[0] ?? null
}

/** 0 when these can't be headings of questions. */
function scoreOf({ roles, options, trueFalse }: Columns): number {
  if (!roles.has('stem')) return 0
  const hasOptions = options.length >= 2 || trueFalse !== null
  if (!hasOptions && !roles.has('options') && !roles.has('key')) return 0

  return roles.size + (options.length + (trueFalse?.length ?? 0)) * 2 + (hasOptions ? 2 : 0)
}
