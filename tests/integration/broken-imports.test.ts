import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { listWaitingLists } from '#app/services/list-imports.server.ts'
import type { ListKind } from '#app/services/list-imports.server.ts'
import {
  applyRosterImport,
  loadRosterImport,
  uploadRoster,
} from '#app/services/people/roster-import.server.ts'
import { applyUnitImport, loadUnitImport, uploadUnits } from '#app/services/units/unit-import.server.ts'
import { seedOrganizer, seedUnit } from '../factories/people.ts'
import { refusalOf } from '../factories/refusals.ts'
import { makeWorkbook } from '../factories/workbooks.ts'

afterAll(disconnectDatabase)

const POLL_MS = 10
const by = async () => ({ actorId: (await seedOrganizer()).id, now: new Date() })

/** Confirms a draft in a process of its own and kills it as soon as it is at work. */
async function applyAndKill(
  kind: ListKind,
  id: string,
  actorId: string,
  isAtWork: () => Promise<boolean>,
): Promise<void> {
  const child = spawn(process.execPath, ['tests/setup/apply-import.ts', kind, id, actorId], {
    env: process.env,
    stdio: 'ignore',
  })
  const hasEnded = once(child, 'exit')
  while (child.exitCode === null && !(await isAtWork())) await wait(POLL_MS)
  child.kill('SIGKILL')
  await hasEnded
  expect(child.signalCode, 'the import was over before it was killed').toBe('SIGKILL')
}

/** As if so much time had gone by since the last sign of life. */
async function letPass(id: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE import_draft SET heartbeat_at = heartbeat_at - ${seconds} * interval '1 second' WHERE id = ${id}`
}

test('a roster whose process was killed can be confirmed again, and every account is made once', async () => {
  const organizer = await by()
  const unit = await seedUnit()
  const start = randomInt(10_000, 90_000)
  const rows = Array.from({ length: 4_000 }, (_, n) => ['Nguyễn Mẫu An', unit.name, `cb${start}.${n}`])
  const id = await uploadRoster(await makeWorkbook([['Họ và tên', 'Đơn vị', 'Mã'], ...rows]), organizer)
  const draft = () => db.importDraft.findUniqueOrThrow({ where: { id } })

  await applyAndKill('people', id, organizer.actorId, async () => {
    const { doneCount, heartbeatAt } = await draft()

    return doneCount > 0 && heartbeatAt !== null
  })
  const made = await db.user.count({ where: { unitId: unit.id } })
  expect(made).toBeGreaterThan(0)
  expect(made).toBeLessThan(4_000)

  // It may still be at work: nobody takes it over at once.
  expect((await loadRosterImport(id, new Date())).state).toEqual({ kind: 'running' })
  expect(await refusalOf(applyRosterImport(id, organizer))).toBe('import_gone')

  await letPass(id, 31)
  expect(await listWaitingLists('people')).toMatchObject([{ id }])
  expect((await loadRosterImport(id, new Date())).state).toMatchObject({
    kind: 'waiting',
    interruptedAt: (await draft()).heartbeatAt,
  })
  await applyRosterImport(id, { ...organizer, now: new Date() })
  expect((await loadRosterImport(id, new Date())).state).toEqual({ kind: 'applied', added: 4_000 - made })
  expect(await db.user.count({ where: { unitId: unit.id } })).toBe(4_000)
}, 60_000)

test('a list of units whose process was killed left nothing behind and can be confirmed again', async () => {
  const organizer = await by()
  const start = randomInt(2 ** 40)
  const rows = Array.from({ length: 3 }, (_, n) => [`Đơn vị mẫu ${start} ${n}`])
  const id = await uploadUnits(await makeWorkbook([['Tên đơn vị'], ...rows]), organizer)
  const stored = () => db.unit.count({ where: { name: { startsWith: `Đơn vị mẫu ${start} ` } } })

  // The tree is held, so that the import can't end before it is killed.
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`LOCK TABLE unit IN EXCLUSIVE MODE`
      await applyAndKill('units', id, organizer.actorId, async () => {
        const { heartbeatAt } = await db.importDraft.findUniqueOrThrow({ where: { id } })

        return heartbeatAt !== null
      })
    },
    { timeout: 20_000 },
  )
  expect(await stored()).toBe(0)
  expect((await loadUnitImport(id)).state).toEqual({ kind: 'running' })

  await letPass(id, 31)
  const { heartbeatAt } = await db.importDraft.findUniqueOrThrow({ where: { id } })
  expect((await loadUnitImport(id)).state).toMatchObject({ kind: 'waiting', interruptedAt: heartbeatAt })
  await applyUnitImport(id, { ...organizer, now: new Date() })
  expect((await loadUnitImport(id)).state).toEqual({ kind: 'applied', added: 3, updated: 0 })
  expect(await stored()).toBe(3)
})

test('an import that shows no sign of life is taken over, and its list is stored once when it wakes up again', async () => {
  const organizer = await by()
  const start = randomInt(2 ** 40)
  const id = await uploadUnits(await makeWorkbook([['Tên đơn vị'], [`Đơn vị mẫu ${start}`]]), organizer)
  const claimedAt = async () => (await db.importDraft.findUniqueOrThrow({ where: { id } })).appliedAt
  const stuckAt = new Date(Date.now() - 60_000)
  const imports: Promise<string>[] = []
  const applyAt = async (now: Date): Promise<void> => {
    imports.push(refusalOf(applyUnitImport(id, { ...organizer, now })))
    while ((await claimedAt())?.getTime() !== now.getTime()) await wait(POLL_MS)
  }
  // Both wait for the tree, and then go on at once.
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`LOCK TABLE unit IN EXCLUSIVE MODE`
      await applyAt(stuckAt)
      await letPass(id, 31)
      await applyAt(new Date())
    },
    { timeout: 20_000 },
  )

  const [slow, next] = await Promise.all(imports)
  expect(slow).toBe('import_gone')
  expect(next).toContain('no refusal')
  expect(await db.unit.count({ where: { name: `Đơn vị mẫu ${start}` } })).toBe(1)
  expect((await loadUnitImport(id)).state).toEqual({ kind: 'applied', added: 1, updated: 0 })
})
