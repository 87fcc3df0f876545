import { randomInt } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, expect, test } from 'vitest'
import { verifyCredentials } from '#app/auth/accounts.server.ts'
import { createSignInCode, redeemSignInCode } from '#app/auth/sign-in-codes.server.ts'
import { createSlips, peekSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { getSession } from '#app/auth/sessions.server.ts'
import { writtenCode } from '#app/core/people/sign-in-code.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { getOwnRow } from '#app/services/boards/boards.server.ts'
import { recordFirstConsents } from '#app/services/people/consents.server.ts'
import { listPeople } from '#app/services/people/people.server.ts'
import { correctPerson } from '#app/services/people/person-changes.server.ts'
import { loadPersonPage } from '#app/services/people/person-page.server.ts'
import { listOwnProfileRequests, sendProfileRequest } from '#app/services/people/profile-requests.server.ts'
import {
  applyRosterImport,
  chooseUnits,
  loadRosterImport,
  uploadRoster,
} from '#app/services/people/roster-import.server.ts'
import { drawSlips } from '#app/services/people/slips-pdf.server.ts'
import { rebuildBoard } from '#app/services/boards/standings.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession, seedUnit } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later, refusalOf } from '../factories/refusals.ts'
import { makeWorkbook } from '../factories/workbooks.ts'

afterAll(disconnectDatabase)

const HOUR_MS = 60 * 60_000
const NOW = new Date()
const by = async () => ({ actorId: (await seedOrganizer()).id, now: new Date() })
const newPhone = (): string => `09${randomInt(10_000_000, 100_000_000)}`

/** Bytes of the outlines (table "glyf") of each TrueType font in a document. */
function outlineSizesOf(document: Buffer): number[] {
  const streams = document.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)

  return [...streams].flatMap(([, stream = '']) => {
    const bytes = inflated(Buffer.from(stream, 'latin1'))
    if (bytes?.subarray(0, 4).toString('hex') !== '00010000' && bytes?.subarray(0, 4).toString() !== 'true')
      return []
    const at = bytes.indexOf('glyf')

    return at === -1 ? [] : [bytes.readUInt32BE(at + 12)]
  })
}

function inflated(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes)
  } catch {
    return null
  }
}

/** A number in letters: names have no digits. */
const lettersOf = (n: number): string => [...String(n)].map((digit) => 'abcdeghikl'[Number(digit)]).join('')

async function planOf(draftId: string) {
  const { state } = await loadRosterImport(draftId, new Date())
  if (state.kind !== 'waiting') throw new Error('the import was applied')

  return state.plan
}

/** An account as a roster makes it: no password, no consent. */
async function seedFromRoster(fullName = 'Sùng Thị Mẫu') {
  const { id: unitId } = await seedUnit()

  return db.user.create({
    data: { role: 'participant', loginName: newPhone(), fullName, unitId, createdAt: NOW },
  })
}

test('a roster makes accounts once, however often the same file is uploaded', async () => {
  const organizer = await by()
  const unit = await seedUnit()
  const [phone, other] = [newPhone(), newPhone()]
  const rows = [
    ['STT', 'SĐT', 'Họ tên', 'Đơn vị công tác'],
    [1, Number(phone), 'Lò Văn  Mẫu', unit.name],
    [2, `+84 ${other.slice(1)}`, 'H’Hen Mẫu', unit.name.toUpperCase()],
    [3, '12345', 'Số Sai Mẫu', unit.name],
    [4, phone, 'Trùng Số Mẫu', unit.name],
    [5, null, 'Không Số Mẫu', unit.name],
  ]
  const first = await uploadRoster(await makeWorkbook(rows), organizer)
  const plan = await planOf(first)

  expect(plan.problems.map(({ row, code }) => [row, code])).toEqual([
    [4, 'phone_invalid'],
    [5, 'roster_row_repeated'],
    [6, 'login_missing'],
  ])
  await applyRosterImport(first, organizer)
  const made = await db.user.findMany({ where: { unitId: unit.id }, orderBy: { fullName: 'asc' } })
  expect(made).toMatchObject([
    { loginName: other, fullName: 'H’Hen Mẫu', passwordHash: null },
    { loginName: phone, fullName: 'Lò Văn Mẫu', passwordHash: null },
  ])
  expect(await db.consent.count({ where: { userId: { in: made.map(({ id }) => id) } } })).toBe(0)

  const second = await uploadRoster(await makeWorkbook(rows), organizer)
  expect((await planOf(second)).people.map(({ change }) => change)).toEqual(['unchanged', 'unchanged'])
  await applyRosterImport(second, organizer)
  expect(await db.user.count({ where: { unitId: unit.id } })).toBe(2)
})

test('a misspelt unit is proposed by similarity and used when it was chosen', async () => {
  const organizer = await by()
  const unit = await seedUnit({ name: `Ủy ban nhân dân xã Tân Mẫu ${randomInt(2 ** 40)}` })
  const typed = unit.name.replace('Ủy ban nhân dân', 'Uỷ ban ND')
  const file = await makeWorkbook([
    ['Họ và tên', 'Đơn vị', 'Mã cán bộ'],
    ['Vàng A Mẫu', typed, `cb.${randomInt(2 ** 30)}`],
  ])
  const draftId = await uploadRoster(file, organizer)
  const { people, unknownUnits } = await planOf(draftId)

  expect(people).toEqual([])
  expect(unknownUnits).toMatchObject([{ name: typed, rows: [2], proposal: { id: unit.id } }])
  await chooseUnits(draftId, new Map([[typed, unit.id]]))
  expect((await planOf(draftId)).people).toMatchObject([{ unitId: unit.id, change: 'add' }])
})

test('ten thousand people are imported without holding up the event loop', { timeout: 60_000 }, async () => {
  const organizer = await by()
  const unit = await seedUnit()
  const start = randomInt(10_000, 90_000)
  const rows = Array.from({ length: 10_000 }, (_, n) => [
    `Nguyễn Mẫu ${lettersOf(n)}`,
    unit.name,
    `cb${start}.${n}`,
  ])
  const draftId = await uploadRoster(await makeWorkbook([['Họ và tên', 'Đơn vị', 'Mã'], ...rows]), organizer)
  let longestMs = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last)
    last = performance.now()
  }, 5)
  await applyRosterImport(draftId, organizer)
  clearInterval(timer)

  expect(await db.user.count({ where: { unitId: unit.id } })).toBe(10_000)
  // Far above what a busy machine needs between two pieces, far below what the whole takes.
  expect(longestMs).toBeLessThan(1_500)
})

test('a slip signs in once, even when it is used from many places at the same moment', async () => {
  const person = await seedFromRoster()
  const [slip] = await db.$transaction((tx) => createSlips(tx, [person.id], later(NOW, HOUR_MS)))
  const typed = writtenCode(slip?.code ?? '').toLowerCase()
  expect(await peekSignInLink(typed, NOW)).toMatchObject({ loginName: person.loginName })
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => redeemSignInLink(typed, NOW)))

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(JSON.stringify(await db.signInLink.findMany({ where: { userId: person.id } }))).not.toContain(
    slip?.code,
  )
})

test('a new slip ends the one before, and staff get none', async () => {
  const person = await seedFromRoster()
  const organizer = await seedOrganizer()
  const make = () => db.$transaction((tx) => createSlips(tx, [person.id, organizer.id], later(NOW, HOUR_MS)))
  const [older, newer] = [await make(), await make()]

  expect(older.map(({ userId }) => userId)).toEqual([person.id])
  expect(await peekSignInLink(older[0]?.code ?? '', NOW)).toBeNull()
  expect(await peekSignInLink(newer[0]?.code ?? '', NOW)).not.toBeNull()
})

test('slips carry Vietnamese names in our own font, ten on a page', async () => {
  const slips = Array.from({ length: 11 }, (_, n) => ({
    fullName: `Nguyễn Thị Hữu Đệ Ỷ ${n}`,
    unitName: 'Ủy ban nhân dân xã Mẫu',
    loginName: '0912345678',
    code: 'ACDEFGHJKMNPQRTW',
  }))
  const bytes = await drawSlips({
    contestTitle: 'Cuộc thi trực tuyến',
    slips,
    origin: 'https://hoithi.example.gov.vn',
    linkPathOf: (code) => `/dang-nhap/mot-lan/${code}`,
    typePath: '/dang-nhap/ma',
    validUntil: '14:03 ngày 23/11/2026',
  })
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
    mergePages: true,
  })

  expect(totalPages).toBe(2)
  for (const words of [
    'Nguyễn Thị Hữu Đệ Ỷ 10',
    'Ủy ban nhân dân xã Mẫu',
    'ACDE-FGHJ-KMNP-QRTW',
    '14:03 ngày 23/11/2026',
  ])
    expect(text).toContain(words)
  expect(bytes.toString('latin1')).toMatch(/FontName \/[A-Z+]*BeVietnamPro/)
  // Text that can be extracted may still be invisible: both fonts must come with outlines.
  expect(outlineSizesOf(bytes).filter((size) => size > 2_000)).toHaveLength(2)
})

test('a person from a roster has not consented until the first sign-in asked', async () => {
  const person = await seedFromRoster()
  const cookie = await seedSession(person.id)
  expect((await getSession(cookie, new Date()))?.user.hasConsented).toBe(false)
  const consents = { userId: person.id, namePublication: true, noticeVersion: '1', now: new Date() }
  await Promise.all([
    recordFirstConsents(consents),
    recordFirstConsents({ ...consents, namePublication: false }),
  ])

  expect((await getSession(cookie, new Date()))?.user.hasConsented).toBe(true)
  expect(await db.consent.count({ where: { userId: person.id } })).toBe(2)
})

test('a code from the help desk sets a password once; a wrong or late one sets none', async () => {
  const { id, loginName } = await seedParticipant()
  const issue = () =>
    db.$transaction((tx) => createSignInCode(tx, { userId: id, validForMs: HOUR_MS, now: NOW }))
  const attempt = (code: string, now = NOW) =>
    redeemSignInCode({ loginName, code, newPassword: 'mật mã mới tinh', address: '192.0.2.9', now })
  const older = await issue()
  const code = await issue()

  expect(await refusalOf(attempt(older))).toBe('code_wrong_or_expired')
  expect(await refusalOf(attempt(code, later(NOW, HOUR_MS)))).toBe('code_wrong_or_expired')
  const results = await Promise.allSettled([attempt(writtenCode(code).toLowerCase()), attempt(code)])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await verifyCredentials({ loginName, password: 'mật mã mới tinh', address: '192.0.2.9' })
})

test('guesses at a code are slowed like guesses at a password, and nobody gets a code for staff', async () => {
  const { loginName } = await seedParticipant()
  const guess = () =>
    redeemSignInCode({
      loginName,
      code: 'ACDEFGHJ',
      newPassword: 'mật mã mới tinh',
      address: '192.0.2.8',
      now: NOW,
    })
  const codes: string[] = []
  for (let tries = 0; tries < 6; tries++) codes.push(await refusalOf(guess()))
  expect(codes.at(-1)).toBe('too_many_tries')

  const organizer = await seedOrganizer()
  const issued = db.$transaction((tx) =>
    createSignInCode(tx, { userId: organizer.id, validForMs: HOUR_MS, now: NOW }),
  )
  expect(await refusalOf(issued)).toBe('not_found')
})

test('a correction reaches the boards, equals a rebuild, answers the request and is in the log with old and new', async () => {
  const organizer = await by()
  const round = await seedRound()
  const consents = { processing: true as const, namePublication: true }
  const { id } = await seedParticipant({ fullName: 'Lò Thị Mây', consents })
  const unit = await seedUnit()
  await playAttempt(round, { participantId: id, right: 4 })
  await sendProfileRequest(id, 'Tên đúng là Lò Thị Mấy', new Date())
  const [request] = await listOwnProfileRequests(id)
  const correction = {
    personId: id,
    fullName: 'Lò Thị Mấy',
    unitId: unit.id,
    request: { id: request?.id ?? '', answer: 'Đã sửa theo căn cước.' },
    reason: '',
  }
  await correctPerson(correction, organizer)

  const shown = { displayName: 'Lò Thị Mấy', unitName: unit.name }
  expect(await getOwnRow(round.id, id, new Date())).toMatchObject(shown)
  expect(await getOwnRow(round.contestId, id, new Date())).toMatchObject(shown)
  await rebuildBoard(round)
  expect(await getOwnRow(round.id, id, new Date())).toMatchObject(shown)
  expect(await listOwnProfileRequests(id)).toMatchObject([
    { answer: 'Đã sửa theo căn cước.', handledById: organizer.actorId },
  ])
  expect((await loadPersonPage(id)).history).toMatchObject([
    {
      action: 'person.correct',
      correction: { before: { fullName: 'Lò Thị Mây' }, after: { fullName: 'Lò Thị Mấy' } },
    },
  ])
  expect(await refusalOf(correctPerson(correction, organizer))).toBe('invalid_input')
})

test('people are found without accents, by digits of their number, and by unit with what is below it', async () => {
  const parent = await seedUnit()
  const child = await seedUnit()
  await db.unit.update({ where: { id: child.id }, data: { parentId: parent.id } })
  const mark = `Quảng ${String.fromCharCode(...Array.from({ length: 8 }, () => 97 + randomInt(26)))}`
  const person = await seedParticipant({ fullName: `Đặng Thị ${mark}`, unitId: child.id })
  const find = async (search: string, unitId: string | null = null) =>
    (await listPeople({ search, unitId, state: 'all', page: 1 })).rows.map(({ id }) => id)

  expect(await find(`DANG ${mark.replace('ả', 'a')}`)).toEqual([person.id])
  expect(await find(person.loginName.slice(2))).toContain(person.id)
  expect(await find('', parent.id)).toEqual([person.id])
  expect(await find('100%')).toEqual([])
  const [row] = (await listPeople({ search: mark, unitId: null, state: 'all', page: 1 })).rows
  expect(row?.maskedLogin).toMatch(/^09\d••••\d{3}$/)
})
