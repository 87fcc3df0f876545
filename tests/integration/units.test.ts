import { randomInt } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { registerParticipant } from '#app/auth/accounts.server.ts'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { loader as unitsPage } from '#app/routes/organizer/units/units.tsx'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import {
  addAlias,
  changeUnit,
  createUnit,
  moveUnit,
  reopenHeadCount,
  signOffHeadCount,
} from '#app/services/units/unit-changes.server.ts'
import { listConsoleUnits } from '#app/services/units/unit-console.server.ts'
import {
  applyUnitImport,
  exportUnits,
  loadUnitImport,
  uploadUnits,
} from '#app/services/units/unit-import.server.ts'
import { mergeUnits, previewMerge } from '#app/services/units/unit-merge.server.ts'
import { listUnitChoices } from '#app/services/units/units.server.ts'
import { seedRound } from '../factories/contests.ts'
import {
  makeRegistration,
  seedOrganizer,
  seedParticipant,
  seedSession,
  seedUnit,
} from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { refusalOf } from '../factories/refusals.ts'
import { argsOf } from '../factories/visits.ts'
import { makeWorkbook } from '../factories/workbooks.ts'

afterAll(disconnectDatabase)

const TODAY = '2026-11-25'
const by = async () => ({ actorId: (await seedOrganizer()).id, now: new Date() })
const uniqueName = (start: string): string => `${start} ${randomInt(2 ** 40)}`

const FORM = { code: null, parentId: null, validFrom: null, validTo: null, headCount: null }

async function planOf(draftId: string) {
  const { state } = await loadUnitImport(draftId)
  if (state.kind !== 'waiting') throw new Error('the import was applied')

  return state.plan
}

async function storedRows(boardId: string) {
  const { rows } = await pool.query('SELECT * FROM standing WHERE board_id = $1 ORDER BY participant_id', [
    boardId,
  ])

  return rows as unknown[]
}

test('a unit hangs below another one, and never below itself', async () => {
  const organizer = await by()
  const top = await createUnit({ ...FORM, name: uniqueName('Sở Mẫu') }, organizer)
  const below = await createUnit({ ...FORM, name: uniqueName('Phòng Mẫu'), parentId: top }, organizer)
  const listed = (await listConsoleUnits(TODAY)).filter(({ id }) => id === top || id === below)

  expect(listed.map(({ id, depth }) => [id, depth])).toEqual([
    [top, 0],
    [below, 1],
  ])
  const form = { ...FORM, name: listed[0]?.name ?? '', parentId: below }
  expect(await refusalOf(changeUnit(top, form, organizer))).toBe('unit_in_own_branch')
})

test('units change places among their brothers', async () => {
  const organizer = await by()
  const parentId = await createUnit({ ...FORM, name: uniqueName('Sở Mẫu') }, organizer)
  const [a, b] = [
    await createUnit({ ...FORM, name: uniqueName('Phòng A'), parentId }, organizer),
    await createUnit({ ...FORM, name: uniqueName('Phòng B'), parentId }, organizer),
  ]
  await moveUnit(b, 'up', organizer)
  const order = (await listConsoleUnits(TODAY))
    .filter((unit) => unit.parentId === parentId)
    .map(({ id }) => id)

  expect(order).toEqual([b, a])
})

test('a signed head-count is locked until it is opened again with a reason', async () => {
  const organizer = await by()
  const name = uniqueName('Xã Mẫu')
  const id = await createUnit({ ...FORM, name, headCount: 35 }, organizer)
  await signOffHeadCount({ unitId: id, signedBy: 'Bà Mẫu, Chủ tịch', signedOn: TODAY }, organizer)

  expect(await refusalOf(changeUnit(id, { ...FORM, name, headCount: 40 }, organizer))).toBe(
    'head_count_signed',
  )
  await reopenHeadCount(id, 'Bổ sung người mới', organizer)
  await changeUnit(id, { ...FORM, name, headCount: 40 }, organizer)
  const actions = await db.auditEvent.findMany({ where: { subject: `unit:${id}` }, orderBy: { id: 'asc' } })
  expect(actions.map(({ action }) => action)).toEqual([
    'unit.create',
    'unit.sign_off',
    'unit.reopen',
    'unit.change',
  ])
})

test('people register with units of today only, and find them by their former names', async () => {
  const organizer = await by()
  const closed = await createUnit({ ...FORM, name: uniqueName('Xã Cũ'), validTo: '2025-06-30' }, organizer)
  const name = uniqueName('Xã Mới')
  const open = await createUnit({ ...FORM, name }, organizer)
  await addAlias({ unitId: open, name: 'Xã Ngày Xưa', replacedOn: '2025-07-01' }, organizer)
  const choices = await listUnitChoices(TODAY)

  expect(choices.some(({ id }) => id === closed)).toBe(false)
  expect(choices.filter(({ id }) => id === open)).toMatchObject([
    { name, nowCalled: null },
    { name: 'Xã Ngày Xưa', nowCalled: name },
  ])
  expect(await refusalOf(registerParticipant(makeRegistration({ unitId: closed })))).toBe('invalid_input')
})

test('organizers find a unit by its former name, accents or not', async () => {
  const organizer = await by()
  const name = uniqueName('Xã Mới')
  const unitId = await createUnit({ ...FORM, name }, organizer)
  const former = uniqueName('Xã Đồng Xưa')
  await addAlias({ unitId, name: former, replacedOn: '2025-07-01' }, organizer)
  const cookie = await seedSession(organizer.actorId)
  const query = new URLSearchParams({ tim: former.replace('Xã Đồng Xưa', 'xa dong xua') })
  const { units } = await unitsPage(argsOf(`/to-chuc/don-vi?${query}`, { cookie }))

  expect(units.map((unit) => unit.name)).toEqual([name])
})

test('a merger moves people and their standings, which equal a rebuild, and leaves the name and the history', async () => {
  const organizer = await by()
  const [source, target] = [await seedUnit({ name: uniqueName('Xã Nhập') }), await seedUnit()]
  const round = await seedRound()
  const person = await seedParticipant({ unitId: source.id })
  const other = await seedParticipant({ unitId: target.id })
  await playAttempt(round, { participantId: person.id, right: 3 })
  await playAttempt(round, { participantId: other.id, right: 5 })

  expect(await previewMerge(source.id, target.id)).toMatchObject({ people: 1, standings: 2 })
  await mergeUnits(
    { sourceId: source.id, targetId: target.id, mergedOn: '2026-07-01', reason: 'Nghị quyết mẫu' },
    organizer,
  )

  const afterMerge = [await storedRows(round.id), await storedRows(round.contestId)]
  await rebuildBoard(round)
  expect([await storedRows(round.id), await storedRows(round.contestId)]).toEqual(afterMerge)
  expect(await db.standing.count({ where: { unitId: source.id } })).toBe(0)
  const choices = (await listUnitChoices(TODAY)).filter(({ id }) => id === target.id || id === source.id)
  expect(choices.map((choice) => [choice.name, choice.nowCalled])).toEqual([
    [target.name, null],
    [source.name, target.name],
  ])
  expect(
    await db.auditEvent.findFirst({ where: { subject: `unit:${target.id}`, action: 'unit.merge' } }),
  ).toMatchObject({
    details: { source: { name: source.name }, people: 1, standings: 2, reason: 'Nghị quyết mẫu' },
  })
  expect(await refusalOf(registerParticipant(makeRegistration({ unitId: source.id })))).toBe('invalid_input')
  expect(
    await refusalOf(
      mergeUnits({ sourceId: source.id, targetId: target.id, mergedOn: TODAY, reason: 'x' }, organizer),
    ),
  ).toBe('not_found')
})

test('nobody is left behind who registers while the unit is merged', async () => {
  const organizer = await by()
  const [source, target] = [await seedUnit(), await seedUnit()]
  await Promise.allSettled([
    ...Array.from({ length: 6 }, () => seedParticipant({ unitId: source.id })),
    mergeUnits({ sourceId: source.id, targetId: target.id, mergedOn: TODAY, reason: 'Sáp nhập' }, organizer),
  ])

  expect(await db.user.count({ where: { unitId: source.id } })).toBe(0)
})

test('an uploaded list is previewed row by row, stored on confirmation, and changes nothing the second time', async () => {
  const organizer = await by()
  const [so, phong] = [uniqueName('Sở Tệp'), uniqueName('Phòng Tệp')]
  const rows = [
    ['TÊN ĐƠN VỊ:', 'Số người', 'Trực thuộc', 'Mã'],
    [phong, '12', so, null],
    [so, '1.060', null, null],
    [uniqueName('Phòng Lạc'), '5', 'Không có đơn vị này', null],
    [uniqueName('Phòng Sai'), 'mười', null, null],
  ]
  const draftId = await uploadUnits(await makeWorkbook(rows), organizer)
  const plan = await planOf(draftId)

  expect(plan.problems).toMatchObject([
    { row: 4, column: 'parent', code: 'unit_parent_unknown' },
    { row: 5, column: 'headCount', code: 'head_count_invalid', value: 'mười' },
  ])
  expect(plan.units.map(({ row, change }) => [row, change])).toEqual([
    [2, 'add'],
    [3, 'add'],
  ])
  expect(await db.unit.count({ where: { name: { in: [so, phong] } } })).toBe(0)

  await applyUnitImport(draftId, organizer)
  const stored = await db.unit.findFirstOrThrow({ where: { name: phong }, include: { parent: true } })
  expect(stored).toMatchObject({ headCount: 12, parent: { name: so, headCount: 1060 } })
  expect(await refusalOf(applyUnitImport(draftId, organizer))).toBe('import_gone')

  const again = await planOf(await uploadUnits(await makeWorkbook(rows), organizer))
  expect(again.units.map(({ change }) => change)).toEqual(['unchanged', 'unchanged'])
})

test('what is exported is what it was when it is uploaded again', async () => {
  const organizer = await by()
  const parentId = await createUnit(
    { ...FORM, name: uniqueName('Sở Xuất'), validFrom: '2025-07-01' },
    organizer,
  )
  await createUnit({ ...FORM, name: uniqueName('Phòng Xuất'), parentId, headCount: 7 }, organizer)
  const draftId = await uploadUnits({ name: 'xuat.xlsx', bytes: await exportUnits() }, organizer)
  const plan = await planOf(draftId)

  expect(plan.problems).toEqual([])
  expect(new Set(plan.units.map(({ change }) => change))).toEqual(new Set(['unchanged']))
})

test('a file that is no workbook, or has no headings, is refused with its reason', async () => {
  const organizer = await by()
  const reasonOf = (work: Promise<unknown>) =>
    work.catch((error: { details: { reason: string } }) => error.details.reason)
  const text = new TextEncoder().encode('Mã,Tên\n1,Sở')
  const oldFormat = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

  expect(await reasonOf(uploadUnits({ name: 'a.xlsx', bytes: text }, organizer))).toBe('not_a_workbook')
  expect(await reasonOf(uploadUnits({ name: 'a.xls', bytes: oldFormat }, organizer))).toBe('old_format')
  const noHeadings = await makeWorkbook([
    ['Một', 'Hai'],
    ['a', 'b'],
  ])
  expect(await reasonOf(uploadUnits(noHeadings, organizer))).toBe('no_headings')
})
