import { z } from 'zod'
import { OptionalCountSchema, OptionalDaySchema, UnitCodeSchema, UnitNameSchema } from './unit-form.ts'
import { readSheetTable } from '#app/core/sheet-table.ts'
import type { ColumnHeadings, SheetRecord, SheetRows } from '#app/core/sheet-table.ts'
import { foldForSearch } from '#app/core/vietnamese-text.ts'

export type UnitColumn = 'code' | 'name' | 'parent' | 'headCount' | 'validFrom' | 'validTo'

/** The first wording of each is the heading of our template. */
export const UNIT_HEADINGS: ColumnHeadings<UnitColumn> = {
  code: ['Mã đơn vị', 'Mã', 'Ma DV', 'Mã số', 'Code'],
  name: [
    'Tên đơn vị',
    'Đơn vị',
    'Tên',
    'Tên cơ quan',
    'Cơ quan, đơn vị',
    'Tên cơ quan, đơn vị',
    'Unit',
    'Name',
  ],
  parent: ['Đơn vị cấp trên', 'Cấp trên', 'Trực thuộc', 'Đơn vị chủ quản', 'Cơ quan chủ quản', 'Parent'],
  headCount: ['Biên chế', 'Số người', 'Tổng số người', 'Số cán bộ', 'Số lượng', 'Tổng số', 'Head count'],
  validFrom: ['Hiệu lực từ', 'Từ ngày', 'Ngày thành lập', 'Valid from'],
  validTo: ['Hiệu lực đến', 'Đến ngày', 'Ngày giải thể', 'Valid to'],
}

export const MAX_UNIT_ROWS = 5_000

const UnitRecordSchema = z.object({
  row: z.number().int(),
  cells: z.partialRecord(z.enum(['code', 'name', 'parent', 'headCount', 'validFrom', 'validTo']), z.string()),
})

/** What is kept of an uploaded list until it is confirmed. */
export const UnitSheetSchema = z.object({ columns: z.array(z.string()), records: z.array(UnitRecordSchema) })
export type UnitSheet = z.infer<typeof UnitSheetSchema>

/** The list of units in a worksheet, or null when there are no headings. */
export function readUnitSheet(rows: SheetRows): UnitSheet | null {
  const table = readSheetTable(rows, UNIT_HEADINGS, ['name'])

  return table && { columns: [...table.columns], records: table.records }
}

/** A unit as it is now. */
export type KnownUnit = {
  id: string
  code: string
  name: string
  parentId: string | null
  headCount: number | null
  isHeadCountSigned: boolean
  validFrom: string | null
  validTo: string | null
}

export type UnitValues = {
  name: string
  parentId: string | null
  headCount: number | null
  validFrom: string | null
  validTo: string | null
}

export type PlannedUnit = {
  row: number
  /** Id of the known unit, or null for a new one. */
  id: string | null
  code: string
  change: 'add' | 'update' | 'unchanged'
  values: Omit<UnitValues, 'parentId'>
  /** A known unit, a row of the same file, or the top of the tree. */
  parent: { id: string } | { row: number } | null
  /** What changes, for the preview: columns of the sheet. */
  changed: UnitColumn[]
}

export type SheetProblem<C extends string> = {
  row: number
  column: C
  /** Key of a text. */
  code: string
  value: string
  /** What it may have been meant to be. */
  proposal?: string
}

export type UnitPlan = { units: PlannedUnit[]; problems: SheetProblem<UnitColumn>[] }

/**
 * What an uploaded list would change. A row is known by its code, without one by its name; a column the sheet does not
 * have changes nothing. A row with a problem is left out whole.
 */
export function planUnits({ columns, records }: UnitSheet, known: readonly KnownUnit[]): UnitPlan {
  const problems: SheetProblem<UnitColumn>[] = []
  const parsed = records.flatMap((record) => parseRecord(record, problems))
  const codes = new Map(known.map((unit) => [unit.code.toUpperCase(), unit]))
  const names = groupByName(known)
  const rowsByCode = new Map(
    parsed.flatMap((entry) => (entry.code === null ? [] : [[entry.code, entry] as const])),
  )
  const rowsByName = groupByName(parsed)
  const seen = new Map<string, number>()
  const usedCodes = new Set(codes.keys())

  const units = parsed.flatMap((entry): PlannedUnit[] => {
    const problem = (column: UnitColumn, code: string, value: string): [] => {
      problems.push({ row: entry.row, column, code, value })

      return []
    }
    const namesakes = entry.code === null ? (names.get(foldForSearch(entry.name)) ?? []) : []
    if (namesakes.length > 1) return problem('name', 'unit_name_ambiguous', entry.name)
    const unit = (entry.code === null ? namesakes[0] : codes.get(entry.code)) ?? null
    const identity =
      unit?.id ?? entry.code ?? `${foldForSearch(entry.parent ?? '')} > ${foldForSearch(entry.name)}`
    if (seen.has(identity)) return problem('name', 'unit_row_repeated', String(seen.get(identity)))
    seen.set(identity, entry.row)

    const parent = parentOf(entry, unit, columns, { codes, names, rowsByCode, rowsByName })
    if (parent === 'unknown') return problem('parent', 'unit_parent_unknown', entry.parent ?? '')
    if (parent === 'ambiguous') return problem('parent', 'unit_name_ambiguous', entry.parent ?? '')
    if (parent === 'itself') return problem('parent', 'unit_in_own_branch', entry.parent ?? '')

    const values = valuesOf(entry, unit, columns)
    if (values.validFrom && values.validTo && values.validFrom > values.validTo)
      return problem('validTo', 'valid_to_before_from', values.validTo)
    if (unit?.isHeadCountSigned && values.headCount !== unit.headCount)
      return problem('headCount', 'head_count_signed', String(values.headCount ?? ''))

    const changed = unit ? changesOf(unit, values) : []

    return [
      {
        row: entry.row,
        id: unit?.id ?? null,
        code: unit?.code ?? entry.code ?? makeUnitCode(entry.name, usedCodes),
        change: unit === null ? 'add' : 'unchanged',
        values,
        parent,
        changed,
      },
    ]
  })

  return withoutOrphans({ units: withChanges(units, known), problems }, known)
}

type Entry = {
  row: number
  code: string | null
  name: string
  parent: string | null
  headCount: number | null
  validFrom: string | null
  validTo: string | null
}

function parseRecord({ row, cells }: SheetRecord<UnitColumn>, problems: SheetProblem<UnitColumn>[]): Entry[] {
  let isGood = true
  const parse = <T>(column: UnitColumn, schema: z.ZodType<T>): T | null => {
    const result = schema.safeParse(cells[column] ?? '')
    if (result.success) return result.data
    isGood = false
    const code = result.error.issues[0]?.message ?? 'unit_name_missing'
    problems.push({ row, column, code, value: cells[column] ?? '' })

    return null
  }
  const entry = {
    row,
    code: cells.code ? parse('code', UnitCodeSchema) : null,
    name: parse('name', UnitNameSchema) ?? '',
    parent: cells.parent || null,
    headCount: parse('headCount', OptionalCountSchema),
    validFrom: parse('validFrom', OptionalDaySchema),
    validTo: parse('validTo', OptionalDaySchema),
  }

  return isGood ? [entry] : []
}

type Lookups = {
  codes: ReadonlyMap<string, KnownUnit>
  names: ReadonlyMap<string, readonly KnownUnit[]>
  rowsByCode: ReadonlyMap<string, Entry>
  rowsByName: ReadonlyMap<string, readonly Entry[]>
}

/** The file is asked before what is stored: it says what is to be. */
function parentOf(
  entry: Entry,
  unit: KnownUnit | null,
  columns: readonly string[],
  { codes, names, rowsByCode, rowsByName }: Lookups,
): PlannedUnit['parent'] | 'unknown' | 'ambiguous' | 'itself' {
  if (!columns.includes('parent')) return unit?.parentId ? { id: unit.parentId } : null
  if (entry.parent === null) return null
  const [code, name] = [entry.parent.toUpperCase(), foldForSearch(entry.parent)]
  const row = rowsByCode.get(code) ?? null
  const stored = codes.get(code) ?? null
  if (row) return row === entry ? 'itself' : { row: row.row }
  if (stored) return stored.id === unit?.id ? 'itself' : { id: stored.id }
  const rows = (rowsByName.get(name) ?? []).filter((other) => other !== entry)
  if (rows.length > 1) return 'ambiguous'
  if (rows[0]) return { row: rows[0].row }
  const known = (names.get(name) ?? []).filter((other) => other.id !== unit?.id)
  if (known.length > 1) return 'ambiguous'
  if (known[0]) return { id: known[0].id }

  return name === foldForSearch(entry.name) ? 'itself' : 'unknown'
}

function valuesOf(entry: Entry, unit: KnownUnit | null, columns: readonly string[]): PlannedUnit['values'] {
  const sourceOf = (column: UnitColumn) => (columns.includes(column) || !unit ? entry : unit)

  return {
    name: entry.name,
    headCount: sourceOf('headCount').headCount,
    validFrom: sourceOf('validFrom').validFrom,
    validTo: sourceOf('validTo').validTo,
  }
}

function changesOf(unit: KnownUnit, values: PlannedUnit['values']): UnitColumn[] {
  return (['name', 'headCount', 'validFrom', 'validTo'] as const).filter(
    (column) => unit[column] !== values[column],
  )
}

/** Tells rows that change something from rows that do not; a parent that is a known row of the file is named by its id. */
function withChanges(units: readonly PlannedUnit[], known: readonly KnownUnit[]): PlannedUnit[] {
  const idOfRow = new Map(units.map((unit) => [unit.row, unit.id]))
  const parentOfId = new Map(known.map((unit) => [unit.id, unit.parentId]))

  return units.map((unit) => {
    const rowId = unit.parent && 'row' in unit.parent ? (idOfRow.get(unit.parent.row) ?? null) : null
    const parent = rowId === null ? unit.parent : { id: rowId }
    if (unit.id === null) return { ...unit, parent }
    const parentId = parent && ('id' in parent ? parent.id : 'new')
    const changed: UnitColumn[] =
      parentId === parentOfId.get(unit.id) ? unit.changed : [...unit.changed, 'parent']

    return { ...unit, parent, changed, change: changed.length > 0 ? 'update' : 'unchanged' }
  })
}

/** A row whose parent row was left out, or that hangs below itself, can't be stored. */
function withoutOrphans(plan: UnitPlan, known: readonly KnownUnit[]): UnitPlan {
  const rows = new Map(plan.units.map((unit) => [unit.row, unit]))
  const idsToRow = new Map(plan.units.flatMap((unit) => (unit.id ? [[unit.id, unit.row] as const] : [])))
  const storedParents = new Map(known.map((unit) => [unit.id, unit.parentId]))
  const rowOfParent = ({ parent }: PlannedUnit): number | null => {
    if (parent === null) return null
    if ('row' in parent) return parent.row
    // Up through units the file does not name, to one it does.
    let id: string | null = parent.id
    while (id !== null && !idsToRow.has(id)) id = storedParents.get(id) ?? null

    return id === null ? null : (idsToRow.get(id) ?? null)
  }
  const problems = [...plan.problems]
  const units = plan.units.filter((unit) => {
    const visited = new Set([unit.row])
    for (let row = rowOfParent(unit); row !== null;) {
      const parent = rows.get(row)
      const code =
        parent === undefined ? 'unit_parent_refused' : visited.has(row) ? 'unit_in_own_branch' : null
      if (code !== null || parent === undefined) {
        problems.push({ row: unit.row, column: 'parent', code: code ?? 'unit_parent_refused', value: '' })

        return false
      }
      visited.add(row)
      row = rowOfParent(parent)
    }

    return true
  })

  return { units, problems: problems.toSorted((a, b) => a.row - b.row) }
}

/** A code for a unit that came without one, from its name; never one that is used. */
export function makeUnitCode(name: string, used: Set<string>): string {
  const stem =
    foldForSearch(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 30)
      .toUpperCase() || 'DV'
  let code = stem
  for (let number = 2; used.has(code); number++) code = `${stem}-${number}`
  used.add(code)

  return code
}

function groupByName<T extends { name: string }>(entries: readonly T[]): Map<string, T[]> {
  return Map.groupBy(entries, (entry) => foldForSearch(entry.name))
}
