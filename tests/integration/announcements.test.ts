import { afterAll, beforeEach, expect, test } from 'vitest'
import type { AnnouncementInput } from '#app/core/contests/announcement-form.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { loader as embeddedBoard } from '#app/routes/embed/board.tsx'
import * as publicPage from '#app/routes/public/announcements.tsx'
import {
  listCurrentAnnouncements,
  listPublishedAnnouncements,
  requireAnnouncement,
} from '#app/services/contests/announcement-lists.server.ts'
import {
  editAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from '#app/services/contests/announcements.server.ts'
import { listAuditLog } from '#app/services/audit-log.server.ts'
import { extendRound } from '#app/services/rounds/decisions.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer } from '../factories/people.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { argsOf } from '../factories/visits.ts'

const HOUR_MS = 60 * 60_000
const now = new Date()

let contestId: string
let organizerId: string

beforeEach(async () => {
  // The newest contest is the one the public pages are about.
  contestId = (await seedRound()).contestId
  organizerId = (await seedOrganizer()).id
})

afterAll(disconnectDatabase)

const input: AnnouncementInput = {
  title: 'Bảo trì lúc 23 giờ',
  text: 'Trang tạm dừng mười phút.\n\nBài đang làm không mất.',
  severity: 'info',
  visibleFrom: null,
  visibleUntil: later(now, HOUR_MS),
  isOnEveryPage: true,
}

const publish = (change: Partial<AnnouncementInput> = {}) =>
  publishAnnouncement({
    contestId,
    announcement: { ...input, ...change },
    publishedById: organizerId,
    now,
  })

/** Past what is kept in memory for a second. */
async function currentAt(moment: Date) {
  await expect.poll(() => isFresh(moment), { timeout: 3_000 }).toBe(true)

  return listCurrentAnnouncements(moment)
}

/** Whether the short-lived copy holds what the database holds. */
async function isFresh(moment: Date): Promise<boolean> {
  const stored = await db.announcement.count({
    where: { contestId, withdrawnAt: null, visibleFrom: { lte: moment } },
  })

  return (await listPublishedAnnouncements(contestId, moment)).length === stored
}

test('an announcement stands on every page from its beginning to its end, and among the announcements for good', async () => {
  const id = await publish({ visibleFrom: later(now, 1_000) })

  expect(await currentAt(later(now, 999))).toEqual([])
  await expect
    .poll(async () => (await listCurrentAnnouncements(later(now, 1_000))).map((row) => row.id))
    .toEqual([id])
  expect(await listCurrentAnnouncements(later(now, HOUR_MS))).toEqual([])
  expect((await listPublishedAnnouncements(contestId, later(now, HOUR_MS))).map((row) => row.id)).toEqual([
    id,
  ])
})

test('one that is not for every page is only among the announcements', async () => {
  const id = await publish({ isOnEveryPage: false })

  expect(await currentAt(now)).toEqual([])
  expect((await listPublishedAnnouncements(contestId, now)).map((row) => row.id)).toEqual([id])
})

test('an edit is kept beside what was said before, and a second one on the same version is refused', async () => {
  const id = await publish()
  const edit = (title: string, version: number) =>
    editAnnouncement({
      announcementId: id,
      version,
      announcement: { ...input, title },
      editedById: organizerId,
      now: later(now, 1_000),
    })
  await edit('Bảo trì lúc 22 giờ', 1)

  expect(await refusalOf(edit('Bảo trì lúc 21 giờ', 1))).toBe('announcement_overtaken')
  const { title, version, versions } = await requireAnnouncement(id, now)
  expect({ title, version }).toEqual({ title: 'Bảo trì lúc 22 giờ', version: 2 })
  expect(versions.map((row) => [row.version, row.title])).toEqual([
    [2, 'Bảo trì lúc 22 giờ'],
    [1, 'Bảo trì lúc 23 giờ'],
  ])
  await expect(
    db.announcementVersion.updateMany({ where: { announcementId: id }, data: { title: 'khác' } }),
  ).rejects.toThrow(/never changes/)
})

test('a withdrawn announcement leaves the public and can’t be edited; withdrawing twice is once', async () => {
  const id = await publish()
  const withdraw = () =>
    withdrawAnnouncement({ announcementId: id, withdrawnById: organizerId, now: later(now, 5_000) })
  await withdraw()
  await withdraw()

  expect(await currentAt(now)).toEqual([])
  expect(await listPublishedAnnouncements(contestId, now)).toEqual([])
  expect((await requireAnnouncement(id, now)).status).toBe('withdrawn')
  expect(
    await refusalOf(
      editAnnouncement({ announcementId: id, version: 1, announcement: input, editedById: organizerId, now }),
    ),
  ).toBe('announcement_withdrawn')
  const events = await db.auditEvent.findMany({ where: { subject: `announcement:${id}` } })
  expect(events.map(({ action }) => action).sort()).toEqual(['announcement.publish', 'announcement.withdraw'])
  expect((await listAuditLog()).map(({ done }) => done)).toContainEqual(
    expect.objectContaining({ name: 'announcement.withdraw', values: { title: input.title } }),
  )
})

test('an extension and its announcement come together, or neither does', async () => {
  const round = await seedRound()
  const extend = (closesAt: Date) =>
    extendRound({
      roundSlug: round.slug,
      closesAt,
      reason: 'Mất điện',
      announcement: input,
      decidedById: organizerId,
      now,
    })

  expect(await refusalOf(extend(round.closesAt))).toBe('extension_not_later')
  expect(await db.announcement.count({ where: { contestId: round.contestId } })).toBe(0)
  await extend(later(round.closesAt, HOUR_MS))
  expect(await db.announcement.count({ where: { contestId: round.contestId } })).toBe(1)
})

test('the public list tells what was announced, in its order with everything else', async () => {
  const id = await publish({ severity: 'urgent' })
  await expect
    .poll(async () => {
      const { news } = await publicPage.loader(argsOf('/thong-bao', { now: later(now, 1) }))

      return news.map((item) => (item.kind === 'announcement' ? item.announcement.id : item.kind))
    })
    .toEqual([id, 'opened'])
})

test('the board in the frames of other sites tells an announcement too', async () => {
  const id = await publish({ severity: 'urgent' })

  await expect
    .poll(async () => (await embeddedBoard(argsOf('/nhung/bang-xep-hang', { now }))).announcements)
    .toEqual([{ id, title: input.title, severity: 'urgent' }])
})
