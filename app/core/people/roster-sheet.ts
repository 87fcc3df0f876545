import { z } from 'zod'
import { parseLoginName } from './login-name.ts'
import { FullNameSchema } from './registration.ts'
import { readSheetTable } from '#app/core/sheet-table.ts'
import type { ColumnHeadings, SheetRows } from '#app/core/sheet-table.ts'
import type { SheetProblem } from '#app/core/units/unit-sheet.ts'
import { mostSimilar } from '#app/core/questions/text-similarity.ts'
import { foldForSearch } from '#app/core/vietnamese-text.ts'

export type RosterColumn = 'fullName' | 'unit' | 'phone' | 'code'

/** The first wording of each is the heading of our template. */
export const ROSTER_HEADINGS: ColumnHeadings<RosterColumn> = {
  fullName: ['Họ và tên', 'Họ tên', 'Họ và tên cán bộ', 'Họ tên người dự thi', 'Full name', 'Name'],
  unit: ['Đơn vị', 'Tên đơn vị', 'Đơn vị công tác', 'Đơn vị dự thi', 'Mã đơn vị', 'Cơ quan', 'Unit'],
  phone: ['Số điện thoại', 'Điện thoại', 'SĐT', 'Di động', 'Số ĐT', 'Điện thoại di động', 'Phone'],
  code: ['Mã cán bộ', 'Mã số', 'Mã', 'Mã nhân viên', 'Mã số cán bộ', 'Tên tài khoản', 'Tài khoản', 'Code'],
}

export const MAX_ROSTER_ROWS = 100_000

/** What is kept of an uploaded roster until it is confirmed. */
export const RosterSheetSchema = z.object({
  records: z.array(
    z.object({
      row: z.number().int(),
      cells: z.partialRecord(z.enum(['fullName', 'unit', 'phone', 'code']), z.string()),
    }),
  ),
  /** What the organizer chose for names of units that are not in the list: folded name → id. */
  chosenUnits: z.record(z.string(), z.string()).default({}),
})
export type RosterSheet = z.infer<typeof RosterSheetSchema>

/** The roster in a worksheet, or null when there are no headings for name and unit. */
export function readRosterSheet(rows: SheetRows): RosterSheet | null {
  const table = readSheetTable(rows, ROSTER_HEADINGS, ['fullName', 'unit'])

  return table && { records: table.records, chosenUnits: {} }
}

export type RosterUnit = { id: string; code: string; name: string; otherNames: readonly string[] }
export type KnownAccount = { loginName: string; fullName: string; unitId: string | null }

export type PlannedPerson = {
  row: number
  fullName: string
  loginName: string
  unitId: string
  /** Whether the account is there already, with the same name and unit. */
  change: 'add' | 'unchanged'
}

/** A name of a unit that is not in the list, with the rows that have it and the unit it may mean. */
export type UnknownUnit = { name: string; rows: number[]; proposal: { id: string; name: string } | null }

export type RosterPlan = {
  people: PlannedPerson[]
  problems: SheetProblem<RosterColumn>[]
  unknownUnits: UnknownUnit[]
}

type PlanRoster = {
  sheet: RosterSheet
  units: readonly RosterUnit[]
  /** Accounts that have a login name of the sheet. */
  accounts: readonly KnownAccount[]
}

/**
 * Which accounts a roster would make. A phone number, or else a code, is the login name; a row whose account is there
 * already changes nothing, so that the same file can be uploaded again. A row with a problem is left out.
 */
export function planRoster({ sheet, units, accounts }: PlanRoster): RosterPlan {
  const problems: SheetProblem<RosterColumn>[] = []
  const unknown = new Map<string, UnknownUnit>()
  const findUnit = unitFinder(units, sheet.chosenUnits)
  const known = new Map(accounts.map((account) => [account.loginName, account]))
  const seen = new Map<string, number>()

  const people = sheet.records.flatMap(({ row, cells }): PlannedPerson[] => {
    const problem = (column: RosterColumn, code: string, value: string): [] => {
      problems.push({ row, column, code, value })

      return []
    }
    const name = FullNameSchema.safeParse(cells.fullName ?? '')
    if (!name.success) {
      return problem('fullName', name.error.issues[0]?.message ?? 'full_name_invalid', cells.fullName ?? '')
    }
    const login = loginNameOf(cells)
    if ('code' in login) return problem(login.column, login.code, cells[login.column] ?? '')
    const firstRow = seen.get(login.loginName)
    if (firstRow !== undefined) return problem(login.column, 'roster_row_repeated', String(firstRow))
    seen.set(login.loginName, row)
    if (!cells.unit) return problem('unit', 'unit_missing', '')
    const unit = findUnit(cells.unit)
    if (unit === 'ambiguous') return problem('unit', 'unit_name_ambiguous', cells.unit)
    if (unit === null) {
      const folded = foldForSearch(cells.unit)
      const entry = unknown.get(folded) ?? {
        name: cells.unit,
        rows: [],
        proposal: mostSimilar(cells.unit, units),
      }
      entry.rows.push(row)
      unknown.set(folded, entry)

      return []
    }
    const account = known.get(login.loginName)
    if (account && foldForSearch(account.fullName) !== foldForSearch(name.data))
      return problem(login.column, 'roster_login_taken', login.loginName)
    if (account && account.unitId !== unit.id) return problem('unit', 'roster_other_unit', cells.unit)

    return [
      {
        row,
        fullName: name.data,
        loginName: login.loginName,
        unitId: unit.id,
        change: account ? 'unchanged' : 'add',
      },
    ]
  })

  return { people, problems, unknownUnits: [...unknown.values()] }
}

/** The login names of a sheet that are valid: those whose accounts the plan must know. */
export function loginNamesOf({ records }: RosterSheet): string[] {
  const names = records.flatMap(({ cells }) => {
    const login = loginNameOf(cells)

    return 'loginName' in login ? [login.loginName] : []
  })

  return [...new Set(names)]
}

type Login =
  | { column: 'phone' | 'code'; loginName: string }
  | { column: 'phone' | 'code'; code: 'phone_invalid' | 'code_invalid' | 'login_missing' }

function loginNameOf(cells: RosterSheet['records'][number]['cells']): Login {
  if (cells.phone) {
    const loginName = parseLoginName(withLeadingZero(cells.phone))

    return loginName !== null && /^\d+$/.test(loginName)
      ? { column: 'phone', loginName }
      : { column: 'phone', code: 'phone_invalid' }
  }
  if (cells.code) {
    const loginName = parseLoginName(cells.code)

    return loginName !== null ? { column: 'code', loginName } : { column: 'code', code: 'code_invalid' }
  }

  return { column: 'phone', code: 'login_missing' }
}

/** A number typed as a number has lost its first zero in the spreadsheet. */
function withLeadingZero(phone: string): string {
  const digits = phone.replace(/[\s.,()-]/g, '')

  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : phone
}

function unitFinder(units: readonly RosterUnit[], chosenUnits: Readonly<Record<string, string>>) {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(units.map((unit) => [foldForSearch(unit.code), unit]))
  const byName = Map.groupBy(
    units.flatMap((unit) =>
      [unit.name, ...unit.otherNames].map((name) => ({ folded: foldForSearch(name), unit })),
    ),
    ({ folded }) => folded,
  )

  return (text: string): RosterUnit | 'ambiguous' | null => {
    const folded = foldForSearch(text)
    const chosen = byId.get(chosenUnits[folded] ?? '')
    if (chosen) return chosen
    const named = byName.get(folded) ?? []
    if (named.length > 1) return 'ambiguous'

    return named[0]?.unit ?? byCode.get(folded) ?? null
  }
}
