import { randomUUID } from 'node:crypto'
import { dateOfDay, dayOfDate, writtenDay } from '../../core/calendar-day.ts'
import {
  MAX_UNIT_ROWS,
  UNIT_HEADINGS,
  UnitSheetSchema,
  planUnits,
  readUnitSheet,
} from '../../core/units/unit-sheet.ts'
import type { KnownUnit, PlannedUnit, UnitColumn, UnitPlan } from '../../core/units/unit-sheet.ts'
import { inTreeOrder } from '../../core/units/unit-tree.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { requireDraft, saveDraft } from '../import-drafts.server.ts'
import { applyClaimed, finishClaim, requireList } from '../list-imports.server.ts'
import { lockUnitTree } from './unit-changes.server.ts'
import type { ChangedBy } from './unit-changes.server.ts'
import { toTreeUnit } from './units.server.ts'
import { readWorkbook, unreadable, writeWorkbook } from '../workbook.server.ts'

/** Headings, titles and notes above and below the list. */
const ROWS_AROUND = 100
const IMPORT_WITHIN_MS = 120_000

/**
 * Reads an uploaded list of units and keeps it until it is confirmed; nothing else is stored.
 * @returns the id of the draft
 * @throws DomainError workbook_unreadable {reason}
 */
export async function uploadUnits(
  file: { name: string; bytes: Uint8Array },
  { actorId, now }: ChangedBy,
): Promise<string> {
  const rows = await readWorkbook(file.bytes, { maxRows: MAX_UNIT_ROWS + ROWS_AROUND })
  const sheet = readUnitSheet(rows)
  if (!sheet) throw unreadable('no_headings')
  if (sheet.records.length === 0) throw unreadable('no_rows')

  return saveDraft({
    kind: 'units',
    fileName: file.name,
    sheet,
    rowCount: sheet.records.length,
    createdById: actorId,
    now,
  })
}

export type UnitImport = {
  id: string
  fileName: string
  rowCount: number
  state:
    | {
        kind: 'waiting'
        plan: UnitPlan
        /** When an import of it that did not come to its end gave its last sign of life. */
        interruptedAt: Date | null
      }
    | { kind: 'running' }
    | { kind: 'applied'; added: number; updated: number }
}

/** An upload with what it would change as things stand now. @throws DomainError import_gone */
export async function loadUnitImport(id: string): Promise<UnitImport> {
  const { fileName, rowCount, rows, isRunning, interruptedAt, outcome } = await requireList(id, 'units')
  const facts = { id, fileName, rowCount }
  if (outcome) {
    const { added = 0, updated = 0 } = outcome as { added?: number; updated?: number }

    return { ...facts, state: { kind: 'applied', added, updated } }
  }
  if (isRunning) return { ...facts, state: { kind: 'running' } }
  const plan = planUnits(UnitSheetSchema.parse(rows), await listKnownUnits(db))

  return { ...facts, state: { kind: 'waiting', plan, interruptedAt } }
}

/**
 * Stores the rows of an upload that are good, all or none of them, as things stand now.
 * @throws DomainError import_gone also when somebody else has just applied it
 */
export async function applyUnitImport(id: string, { actorId, now }: ChangedBy): Promise<void> {
  const draft = await requireDraft(id, 'units')
  await applyClaimed(id, now, (claim) =>
    db.$transaction(
      async (tx) => {
        await lockUnitTree(tx)
        const { units } = planUnits(UnitSheetSchema.parse(draft.rows), await listKnownUnits(tx))
        const outcome = await storeUnits(tx, units)
        await finishClaim(tx, claim, { outcome, doneCount: units.length })
        await recordAudit(tx, {
          actorId,
          action: 'unit.import',
          subject: `import:${id}`,
          details: { fileName: draft.fileName, ...outcome },
          now,
        })
      },
      { timeout: IMPORT_WITHIN_MS, maxWait: IMPORT_WITHIN_MS },
    ),
  )
}

/** Units first without their parents, which may stand below them in the file, then the tree. */
async function storeUnits(
  tx: Tx,
  units: readonly PlannedUnit[],
): Promise<{ added: number; updated: number }> {
  const idOfRow = new Map(units.map((unit) => [unit.row, unit.id ?? randomUUID()]))
  const { _max } = await tx.unit.aggregate({ _max: { position: true } })
  const firstPosition = (_max.position ?? 0) + 1
  const added = units.filter(({ change }) => change === 'add')
  await tx.unit.createMany({
    data: added.map(({ row, code, values }, index) => ({
      id: idOfRow.get(row) ?? randomUUID(),
      code,
      position: firstPosition + index,
      ...columnsOf(values),
    })),
  })
  const changed = units.filter(({ change }) => change === 'update')
  for (const { id, values } of changed)
    if (id) await tx.unit.update({ where: { id }, data: columnsOf(values) })

  const ids = units.map(({ row }) => idOfRow.get(row) ?? '')
  const parents = units.map(({ parent }) =>
    parent === null ? null : 'id' in parent ? parent.id : (idOfRow.get(parent.row) ?? null),
  )
  await tx.$executeRaw`
    UPDATE unit SET parent_id = p.parent_id
    FROM unnest(${ids}::text[], ${parents}::text[]) AS p(id, parent_id)
    WHERE unit.id = p.id AND unit.parent_id IS DISTINCT FROM p.parent_id`

  return { added: added.length, updated: changed.length }
}

function columnsOf({ name, headCount, validFrom, validTo }: PlannedUnit['values']) {
  return {
    name,
    searchName: foldForSearch(name),
    headCount,
    validFrom: validFrom === null ? null : dateOfDay(validFrom),
    validTo: validTo === null ? null : dateOfDay(validTo),
  }
}

async function listKnownUnits(tx: Tx): Promise<KnownUnit[]> {
  const units = await tx.unit.findMany({ where: { mergedIntoId: null } })

  return units.map((unit) => ({
    id: unit.id,
    code: unit.code,
    name: unit.name,
    parentId: unit.parentId,
    headCount: unit.headCount,
    isHeadCountSigned: unit.headCountSignedOn !== null,
    validFrom: unit.validFrom && dayOfDate(unit.validFrom),
    validTo: unit.validTo && dayOfDate(unit.validTo),
  }))
}

const COLUMNS: readonly { column: UnitColumn; width: number }[] = [
  { column: 'code', width: 18 },
  { column: 'name', width: 46 },
  { column: 'parent', width: 18 },
  { column: 'headCount', width: 12 },
  { column: 'validFrom', width: 14 },
  { column: 'validTo', width: 14 },
]

/** All units as a workbook that can be uploaded again; the parent is named by its code. */
export async function exportUnits(): Promise<Buffer> {
  const units = await db.unit.findMany({ where: { mergedIntoId: null } })
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const ordered = inTreeOrder(units.map((unit) => ({ ...unit, ...toTreeUnit(unit) })))

  return unitWorkbook(
    ordered.map((unit) => [
      unit.code,
      unit.name,
      codes.get(unit.parentId ?? '') ?? null,
      unit.headCount,
      unit.validFrom && writtenDay(unit.validFrom),
      unit.validTo && writtenDay(unit.validTo),
    ]),
  )
}

/** A workbook to fill in, with rows that show how. */
export async function unitTemplate(): Promise<Buffer> {
  return unitWorkbook([
    ['SO-MAU', 'Sở Mẫu (ví dụ, xóa dòng này)', null, 60, null, null],
    ['SO-MAU-VP', 'Văn phòng Sở Mẫu (ví dụ, xóa dòng này)', 'SO-MAU', 12, null, null],
    ['XA-MAU', 'Ủy ban nhân dân xã Mẫu (ví dụ, xóa dòng này)', null, 35, '01/07/2025', null],
  ])
}

function unitWorkbook(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const columns = COLUMNS.map(({ column, width }) => ({ heading: UNIT_HEADINGS[column][0] ?? column, width }))

  return writeWorkbook([{ name: 'Đơn vị', columns, rows }])
}
