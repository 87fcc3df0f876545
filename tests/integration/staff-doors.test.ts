import { afterAll, expect, test } from 'vitest'
import type { StaffRole } from '#app/core/people/capabilities.ts'
import { STAFF_ROLES } from '#app/core/people/staff-form.ts'
import { disconnectDatabase } from '#app/db/client.server.ts'
import * as amendments from '#app/routes/organizer/questions/amendments.tsx'
import * as auditExport from '#app/routes/organizer/staff/audit-export.ts'
import * as auditLog from '#app/routes/organizer/staff/audit-log.tsx'
import * as overview from '#app/routes/organizer/overview.tsx'
import * as questionEdit from '#app/routes/organizer/questions/question-edit.tsx'
import * as questionNew from '#app/routes/organizer/questions/question-new.tsx'
import * as question from '#app/routes/organizer/questions/question.tsx'
import * as questions from '#app/routes/organizer/questions/questions.tsx'
import * as staff from '#app/routes/organizer/staff/staff.tsx'
import { seedBank, seedStaff, seedStaffSession } from '../factories/bank.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

const WRITERS: StaffRole[] = ['administrator', 'organizer', 'question_author']
const LOG_READERS: StaffRole[] = ['administrator', 'organizer', 'auditor']

async function doors() {
  const { slug } = await seedBank()
  const params = { bank: slug, code: 'chung-1' }
  const visit = (cookie?: string) => argsOf('/to-chuc', { cookie, params })

  return [
    { name: 'the bank', opensFor: STAFF_ROLES, open: (c?: string) => questions.loader(visit(c)) },
    { name: 'a question', opensFor: STAFF_ROLES, open: (c?: string) => question.loader(visit(c)) },
    { name: 'amendments', opensFor: STAFF_ROLES, open: (c?: string) => amendments.loader(visit(c)) },
    { name: 'a new question', opensFor: WRITERS, open: (c?: string) => questionNew.loader(visit(c)) },
    { name: 'an edit', opensFor: WRITERS, open: (c?: string) => questionEdit.loader(visit(c)) },
    { name: 'the log', opensFor: LOG_READERS, open: (c?: string) => auditLog.loader(visit(c)) },
    { name: 'the log as a file', opensFor: LOG_READERS, open: (c?: string) => auditExport.loader(visit(c)) },
    { name: 'the staff', opensFor: ['administrator'], open: (c?: string) => staff.loader(visit(c)) },
  ]
}

test('each page opens for the roles that need it, for no participant, and leads a visitor to sign in', async () => {
  const participant = await seedSession((await seedParticipant()).id)
  const cookies = await Promise.all(
    STAFF_ROLES.map(async (role) => ({ role, cookie: await seedStaffSession(role) })),
  )
  for (const door of await doors()) {
    const opened = []
    for (const { role, cookie } of cookies)
      if ((await answerOf(door.open(cookie))).status === 200) opened.push(role)

    expect({ door: door.name, opened }).toEqual({ door: door.name, opened: [...door.opensFor] })
    expect((await answerOf(door.open(participant))).status).toBe(403)
    expect((await answerOf(door.open())).location).toMatch(/^\/dang-nhap\?tiep=/)
  }
})

test('who sees the bank only is led there from the console', async () => {
  const cookie = await seedStaffSession('reviewer')

  expect(await answerOf(overview.loader(argsOf('/to-chuc', { cookie })))).toMatchObject({
    status: 302,
    location: '/to-chuc/cau-hoi',
  })
})

test('the log is filtered by person, action, subject and period, page by page, and its download is logged', async () => {
  await seedBank()
  const admin = await seedStaff('administrator')
  const cookie = await seedSession(admin.id)
  const download = (query: string) =>
    auditExport.loader(argsOf(`/to-chuc/nhat-ky/tai-ve?${query}`, { cookie }))
  const csv = Buffer.from(await (await download('nguoi=operator&viec=bank.load&tep=csv')).arrayBuffer())
  expect(csv.toString().startsWith('\uFEFF"Thời điểm"')).toBe(true)
  expect(csv.toString()).toContain('"Quản trị máy chủ"')
  const workbook = await download('tep=xlsx')
  expect(new Uint8Array(await workbook.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  for (let each = 0; each < 60; each++) await download('viec=audit.export&tep=csv')

  const read = (query: string) => auditLog.loader(argsOf(`/to-chuc/nhat-ky?${query}`, { cookie }))
  const first = await read(`nguoi=${admin.id}&viec=audit.export`)
  expect(first.events).toHaveLength(50)
  const second = await read(`nguoi=${admin.id}&truoc=${encodeURIComponent(first.olderCursor ?? '')}`)
  expect(second.events).toHaveLength(12)
  expect(second.olderCursor).toBeNull()
  const ids = [...first.events, ...second.events].map(({ id }) => id)
  expect(new Set(ids).size).toBe(62)
  expect((await read('tu=2000-01-01&den=2000-01-02')).events).toEqual([])
  expect((await read('doi-tuong=ngan-hang-&viec=bank.load')).events.length).toBeGreaterThan(0)
})
