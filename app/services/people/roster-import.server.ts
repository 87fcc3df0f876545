import { randomUUID } from 'node:crypto'
import { vietnamDayOf } from '../../core/calendar-day.ts'
import {
  MAX_ROSTER_ROWS,
  ROSTER_HEADINGS,
  RosterSheetSchema,
  loginNamesOf,
  planRoster,
  readRosterSheet,
} from '../../core/people/roster-sheet.ts'
import type { PlannedPerson, RosterPlan, RosterSheet, RosterUnit } from '../../core/people/roster-sheet.ts'
import { DomainError } from '../../core/domain-error.ts'
import { isValidOn } from '../../core/units/unit-tree.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { requireDraft, saveDraft } from '../import-drafts.server.ts'
import { applyClaimed, finishClaim, requireList } from '../list-imports.server.ts'
import type { ChangedBy } from '../units/unit-changes.server.ts'
import { toTreeUnit } from '../units/units.server.ts'
import { readWorkbook, unreadable, writeWorkbook } from '../workbook.server.ts'

/** Headings, titles and notes above and below the list. */
const ROWS_AROUND = 100

/** Rows per statement: quick, and short enough that a save of somebody's answers in between never waits for it. */
const CHUNK = 500

/**
 * Reads an uploaded roster and keeps it until it is confirmed; nothing else is stored.
 * @returns the id of the draft
 * @throws DomainError workbook_unreadable {reason}
 */
export async function uploadRoster(
  file: { name: string; bytes: Uint8Array },
  { actorId, now }: ChangedBy,
): Promise<string> {
  const rows = await readWorkbook(file.bytes, { maxRows: MAX_ROSTER_ROWS + ROWS_AROUND })
  const sheet = readRosterSheet(rows)
  if (!sheet) throw unreadable('no_headings')
  if (sheet.records.length === 0) throw unreadable('no_rows')
  if (sheet.records.length > MAX_ROSTER_ROWS) throw unreadable('too_many_rows')

  return saveDraft({
    kind: 'people',
    fileName: file.name,
    sheet,
    rowCount: sheet.records.length,
    createdById: actorId,
    now,
  })
}

export type RosterImport = {
  id: string
  fileName: string
  rowCount: number
  /** Rows stored by now. */
  doneCount: number
  state:
    | {
        kind: 'waiting'
        plan: RosterPlan
        /** When an import of it that did not come to its end gave its last sign of life. */
        interruptedAt: Date | null
      }
    | { kind: 'running' }
    | { kind: 'applied'; added: number }
}

/** An upload with what it would do as things stand now. @throws DomainError import_gone */
export async function loadRosterImport(id: string, now: Date): Promise<RosterImport> {
  const { fileName, rowCount, doneCount, rows, isRunning, interruptedAt, outcome } = await requireList(
    id,
    'people',
  )
  const facts = { id, fileName, rowCount, doneCount }
  if (outcome) return { ...facts, state: { kind: 'applied', added: (outcome as { added: number }).added } }
  if (isRunning) return { ...facts, state: { kind: 'running' } }
  const plan = await planNow(RosterSheetSchema.parse(rows), now)

  return { ...facts, state: { kind: 'waiting', plan, interruptedAt } }
}

/**
 * Keeps with an upload which units its unknown names mean.
 * @param choices by the name as it stands in the file; an empty id takes a choice back
 * @throws DomainError import_gone also when it was applied meanwhile
 */
export async function chooseUnits(id: string, choices: ReadonlyMap<string, string>): Promise<void> {
  const { rows, appliedAt } = await requireDraft(id, 'people')
  if (appliedAt) throw new DomainError('import_gone')
  const sheet = RosterSheetSchema.parse(rows)
  const chosenUnits = { ...sheet.chosenUnits }
  for (const [name, unitId] of choices) {
    if (unitId === '') delete chosenUnits[foldForSearch(name)]
    else chosenUnits[foldForSearch(name)] = unitId
  }
  await db.importDraft.updateMany({
    where: { id, appliedAt: null },
    data: { rows: { ...sheet, chosenUnits } },
  })
}

/**
 * Makes the accounts of an upload that are good and not there yet, without passwords. Goes through the list piece by
 * piece and never undoes a piece: after an interruption the same file makes the rest.
 * @throws DomainError import_gone also when somebody else has just confirmed it
 */
export async function applyRosterImport(id: string, { actorId, now }: ChangedBy): Promise<void> {
  const draft = await requireDraft(id, 'people')
  await applyClaimed(id, now, async (claim) => {
    const { people } = await planNow(RosterSheetSchema.parse(draft.rows), now)
    const missing = people.filter(({ change }) => change === 'add')
    let added = 0
    for (let start = 0; start < missing.length; start += CHUNK) {
      added += await createAccounts(missing.slice(start, start + CHUNK), now)
      const doneCount = Math.min(draft.rowCount, people.length - missing.length + start + CHUNK)
      await db.importDraft.update({ where: { id }, data: { doneCount } })
    }
    await db.$transaction(async (tx) => {
      await finishClaim(tx, claim, { outcome: { added }, doneCount: draft.rowCount })
      await recordAudit(tx, {
        actorId,
        action: 'person.import',
        subject: `import:${id}`,
        details: { fileName: draft.fileName, rows: draft.rowCount, added },
        now,
      })
    })
  })
}

/** An account that appeared meanwhile, by registration or another upload, stays as it is. */
async function createAccounts(people: readonly PlannedPerson[], now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    // Locked against a merger, which would leave these people behind.
    const unitIds = [...new Set(people.map(({ unitId }) => unitId))]
    const usable = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM unit WHERE id = ANY(${unitIds}::text[]) AND merged_into_id IS NULL FOR KEY SHARE`
    const ids = new Set(usable.map(({ id }) => id))
    const { count } = await tx.user.createMany({
      data: people
        .filter(({ unitId }) => ids.has(unitId))
        .map(({ fullName, loginName, unitId }) => ({
          id: randomUUID(),
          role: 'participant' as const,
          fullName,
          loginName,
          unitId,
          createdAt: now,
        })),
      skipDuplicates: true,
    })

    return count
  })
}

async function planNow(sheet: RosterSheet, now: Date): Promise<RosterPlan> {
  const [units, accounts] = await Promise.all([
    listRosterUnits(now),
    db.user.findMany({
      where: { loginName: { in: loginNamesOf(sheet) } },
      select: { loginName: true, fullName: true, unitId: true },
    }),
  ])

  return planRoster({ sheet, units, accounts })
}

async function listRosterUnits(now: Date): Promise<RosterUnit[]> {
  const units = await db.unit.findMany({ include: { aliases: { select: { name: true } } } })

  return units
    .filter((unit) => isValidOn(toTreeUnit(unit), vietnamDayOf(now)))
    .map(({ id, code, name, aliases }) => ({
      id,
      code,
      name,
      otherNames: aliases.map((alias) => alias.name),
    }))
}

/** A workbook to fill in, with rows that show how and the units on a second sheet to copy from. */
export async function rosterTemplate(now: Date): Promise<Buffer> {
  const units = await listRosterUnits(now)
  const heading = (column: keyof typeof ROSTER_HEADINGS): string => ROSTER_HEADINGS[column][0] ?? column
  const exampleUnit = units[0]?.name ?? 'Sở Mẫu'

  return writeWorkbook([
    {
      name: 'Danh sách',
      columns: [
        { heading: heading('fullName'), width: 32 },
        { heading: heading('unit'), width: 46 },
        { heading: heading('phone'), width: 18 },
        { heading: heading('code'), width: 18 },
      ],
      rows: [
        ['Nguyễn Thị Mẫu (ví dụ, xóa dòng này)', exampleUnit, '0912 345 678', null],
        ['Trần Văn Mẫu (ví dụ, xóa dòng này)', exampleUnit, null, 'cb.0001'],
      ],
    },
    {
      name: 'Đơn vị',
      columns: [
        { heading: 'Mã đơn vị', width: 18 },
        { heading: 'Tên đơn vị', width: 46 },
      ],
      rows: units.map(({ code, name }) => [code, name]),
    },
  ])
}
