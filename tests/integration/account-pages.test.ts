import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSignInLink } from '#app/auth/sign-in-links.server.ts'
import { countRegistration } from '#app/auth/try-limits.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { action as changeAccount, loader as loadAccount } from '#app/routes/account/account.tsx'
import { action as useLink, loader as openLink } from '#app/routes/account/one-time-sign-in.tsx'
import { action as setPassword } from '#app/routes/account/password.tsx'
import { action as register, loader as openRegistration } from '#app/routes/account/register.tsx'
import { action as signIn, loader as openSignIn } from '#app/routes/account/sign-in.tsx'
import { action as signOut } from '#app/routes/account/sign-out.tsx'
import { createContest } from '#app/services/contests/contests.server.ts'
import { forgetPassword, seedOrganizer, seedParticipant, seedSession, seedUnit } from '../factories/people.ts'

const NOTICE_VERSION = '2026-11'
const HOUR_MS = 60 * 60_000

let unitId: string

beforeAll(async () => {
  await createContest({
    slug: 'cuoc-thi',
    title: 'Cuộc thi thử',
    organizerName: 'Ban Tổ chức thử',
    summary: '',
    rulesText: '',
    contactText: '',
    noticeVersion: NOTICE_VERSION,
  })
  unitId = (await seedUnit()).id
})
afterAll(disconnectDatabase)

type Fields = Record<string, string>
type Setting = { cookie?: string; params?: Fields; address?: string }

/** What a loader or an action is called with when a browser asks for `path`, or posts `fields` to it. */
function argsFor(path: string, fields: Fields | null = null, setting: Setting = {}): ActionFunctionArgs {
  const request = new Request(`http://localhost${path}`, {
    headers: setting.cookie ? { Cookie: setting.cookie } : {},
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })

  return {
    request,
    params: setting.params ?? {},
    context: { requestId: 'thu', now: new Date(), address: setting.address ?? '10.0.0.1' },
  }
}

/** Status, address and body of whatever a loader or an action answers or throws. */
async function answerOf(work: Promise<unknown>) {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response) {
    const cookie = answer.headers.get('Set-Cookie')

    return { status: answer.status, location: answer.headers.get('Location'), cookie, data: null }
  }
  const { data, init } = answer as { data: Record<string, unknown>; init: ResponseInit | null }

  return { status: init?.status ?? 200, location: null, cookie: null, data }
}

function registrationFields(overrides: Fields = {}): Fields {
  return {
    fullName: 'Nguyễn Thị Đào',
    loginName: `dao.${Math.random().toString(36).slice(2)}`,
    unitId,
    password: 'mật mã thử nghiệm',
    processing: 'on',
    noticeVersion: NOTICE_VERSION,
    ...overrides,
  }
}

test('a registered person is signed in, led on to the return address, and both consents are on record', async () => {
  const fields = registrationFields()
  const answer = await answerOf(register(argsFor('/dang-ky?tiep=%2Fdot-thi%2Fdot-2', fields)))

  expect(answer).toMatchObject({ status: 302, location: '/dot-thi/dot-2' })
  expect(answer.cookie).toMatch(/^hoithi_session=.+HttpOnly/)
  const user = await db.user.findUniqueOrThrow({
    where: { loginName: fields.loginName ?? '' },
    include: { consents: { orderBy: { kind: 'asc' } } },
  })
  expect(user).toMatchObject({ role: 'participant', publishesName: false })
  expect(user.consents).toMatchObject([
    { kind: 'processing', isGiven: true, noticeVersion: NOTICE_VERSION },
    { kind: 'name_publication', isGiven: false, noticeVersion: NOTICE_VERSION },
  ])
})

test.each(['https://la.example/', '//la.example', '/\t/la.example'])(
  'the return address %j leads to the home page, not to somebody else',
  async (address) => {
    const path = `/dang-ky?${new URLSearchParams({ tiep: address })}`

    expect(await answerOf(register(argsFor(path, registrationFields())))).toMatchObject({ location: '/' })
  },
)

test('everything wrong is told at once, and what was typed comes back without the password', async () => {
  const fields = { fullName: 'An 1', loginName: '', unitId: '', password: '12345678', namePublication: 'on' }
  const answer = await answerOf(register(argsFor('/dang-ky', { ...fields, noticeVersion: NOTICE_VERSION })))

  expect(answer.status).toBe(422)
  expect(answer.data).toEqual({
    values: { fullName: 'An 1', loginName: '', unitId: '', processing: false, namePublication: true },
    errors: {
      fullName: 'full_name_invalid',
      loginName: 'login_name_missing',
      unitId: 'unit_missing',
      password: 'password_too_common',
      processing: 'consent_missing',
    },
    retryAfterMs: null,
  })
  expect(JSON.stringify(answer.data)).not.toContain('12345678')
})

test('a taken login name is refused without a word about its owner', async () => {
  const owner = await seedParticipant({ fullName: 'Vừ Mí Sính' })
  const fields = registrationFields({ loginName: owner.loginName })
  const answer = await answerOf(register(argsFor('/dang-ky', fields)))

  expect(answer).toMatchObject({ status: 409, data: { errors: { loginName: 'login_name_taken' } } })
  expect(JSON.stringify(answer.data)).not.toContain('Sính')
})

test('a unit that is not on the list is refused', async () => {
  const fields = registrationFields({ unitId: 'khong-co' })

  expect(await answerOf(register(argsFor('/dang-ky', fields)))).toMatchObject({
    status: 422,
    data: { errors: { unitId: 'unit_unknown' } },
  })
})

test('a consent to another version of the notice is no consent: the boxes are empty again', async () => {
  const fields = registrationFields({ noticeVersion: '2025-01', namePublication: 'on' })

  expect(await answerOf(register(argsFor('/dang-ky', fields)))).toMatchObject({
    status: 422,
    data: {
      values: { processing: false, namePublication: false },
      errors: { processing: 'notice_changed' },
    },
  })
  expect(await db.user.findUnique({ where: { loginName: fields.loginName ?? '' } })).toBeNull()
})

test('registrations from one address are limited far above a hall full of people', async () => {
  const address = '10.0.9.9'
  const post = () => answerOf(register(argsFor('/dang-ky', registrationFields(), { address })))
  for (let i = 0; i < 200; i++) await countRegistration(address)

  expect(await post()).toMatchObject({ status: 429, data: { errors: { form: 'too_many_tries' } } })
  expect((await post()).data?.retryAfterMs).toBeGreaterThan(0)
})

test('an unknown account and a wrong password are answered alike', async () => {
  const person = await seedParticipant()
  const outcomes = [
    await answerOf(signIn(argsFor('/dang-nhap', { loginName: person.loginName, password: 'không phải' }))),
    await answerOf(signIn(argsFor('/dang-nhap', { loginName: '0900000009', password: 'không phải' }))),
  ].map(({ status, data }) => ({ status, errors: data?.errors, retryAfterMs: data?.retryAfterMs }))

  expect(outcomes[0]).toEqual({ status: 401, errors: { form: 'wrong_credentials' }, retryAfterMs: null })
  expect(outcomes[1]).toEqual(outcomes[0])
})

test('too many tries are told with the time to wait', async () => {
  const person = await seedParticipant()
  const guess = () =>
    answerOf(signIn(argsFor('/dang-nhap', { loginName: person.loginName, password: 'đoán mò' })))
  for (let i = 0; i < 5; i++) await guess()
  const answer = await guess()

  expect(answer).toMatchObject({ status: 429, data: { errors: { form: 'too_many_tries' } } })
  expect(answer.data?.retryAfterMs).toBeGreaterThan(0)
})

test('signing in leads each role to its place, or back to where the request went', async () => {
  const participant = await seedParticipant()
  const organizer = await seedOrganizer()
  const enter = async (path: string, { loginName, password }: { loginName: string; password: string }) =>
    (await answerOf(signIn(argsFor(path, { loginName, password })))).location

  expect(await enter('/dang-nhap', participant)).toBe('/')
  expect(await enter('/dang-nhap', organizer)).toBe('/to-chuc')
  expect(await enter('/dang-nhap?tiep=%2Ftai-khoan', organizer)).toBe('/tai-khoan')
})

test('who is signed in is not asked to sign in or to register again', async () => {
  const cookie = await seedSession((await seedParticipant()).id)

  expect(await answerOf(openSignIn(argsFor('/dang-nhap?tiep=%2Fthe-le', null, { cookie })))).toMatchObject({
    location: '/the-le',
  })
  expect(await answerOf(openRegistration(argsFor('/dang-ky', null, { cookie })))).toMatchObject({
    location: '/',
  })
})

test('a one-time link survives being looked at, works once, and leads to the choice of a password', async () => {
  const person = await seedParticipant()
  const token = await forgetPassword(person.id)
  const path = `/dang-nhap/mot-lan/${token}`
  const setting = { params: { token } }
  for (let i = 0; i < 3; i++) {
    expect(await answerOf(openLink(argsFor(path, null, setting)))).toMatchObject({
      status: 200,
      data: { owner: { loginName: person.loginName } },
    })
  }

  const first = await answerOf(useLink(argsFor(path, {}, setting)))
  expect(first).toMatchObject({ status: 302, location: '/tai-khoan/mat-khau' })
  expect(first.cookie).toMatch(/^hoithi_session=/)
  const second = await answerOf(useLink(argsFor(path, {}, setting)))
  expect(second).toMatchObject({ location: path, cookie: null })
  expect(await answerOf(openLink(argsFor(path, null, setting)))).toMatchObject({
    status: 410,
    data: { owner: null },
  })
})

test('a one-time link of somebody with a password leads on without asking for a new one', async () => {
  const person = await seedParticipant()
  const token = await createSignInLink({ userId: person.id, validForMs: HOUR_MS, now: new Date() })

  expect(
    await answerOf(useLink(argsFor(`/dang-nhap/mot-lan/${token}`, {}, { params: { token } }))),
  ).toMatchObject({ location: '/' })
})

test('a password is changed only by who knows the current one; other devices are signed out', async () => {
  const person = await seedParticipant()
  const [here, elsewhere] = [await seedSession(person.id), await seedSession(person.id)]
  const change = (fields: Fields) =>
    answerOf(setPassword(argsFor('/tai-khoan/mat-khau', fields, { cookie: here })))
  const newPassword = 'một mật khẩu khác hẳn'

  expect(await change({ newPassword })).toMatchObject({
    status: 422,
    data: { errors: { currentPassword: 'current_password_missing' } },
  })
  expect(await change({ newPassword, currentPassword: 'không phải' })).toMatchObject({
    status: 422,
    data: { errors: { currentPassword: 'wrong_current_password' } },
  })
  expect(await change({ newPassword: person.loginName, currentPassword: person.password })).toMatchObject({
    status: 422,
    data: { errors: { newPassword: 'password_is_login_name' } },
  })

  const saved = await change({ newPassword, currentPassword: person.password })
  expect(saved).toMatchObject({ status: 302, location: '/tai-khoan?xong=mat-khau' })
  const fresh = saved.cookie?.split(';')[0] ?? ''
  expect(await answerOf(loadAccount(argsFor('/tai-khoan', null, { cookie: elsewhere })))).toMatchObject({
    location: '/dang-nhap?tiep=%2Ftai-khoan',
  })
  await expect(loadAccount(argsFor('/tai-khoan', null, { cookie: fresh }))).resolves.toMatchObject({
    person: { loginName: person.loginName },
  })
})

test('the consent to show the name is given and withdrawn, each with its own record', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  const choose = (intent: string) => answerOf(changeAccount(argsFor('/tai-khoan', { intent }, { cookie })))
  const shown = async () =>
    (await loadAccount(argsFor('/tai-khoan', null, { cookie }))).participation?.publication.isGiven

  expect(await shown()).toBe(false)
  expect(await choose('publish')).toMatchObject({ location: '/tai-khoan?xong=hien-ten' })
  expect(await shown()).toBe(true)
  await choose('withdraw')
  expect(await shown()).toBe(false)
  expect(await db.consent.count({ where: { userId: person.id, kind: 'name_publication' } })).toBe(3)
})

test('a form that says nothing understandable changes no consent', async () => {
  const person = await seedParticipant({ consents: { processing: true, namePublication: true } })
  const cookie = await seedSession(person.id)

  expect(await answerOf(changeAccount(argsFor('/tai-khoan', { intent: 'gì đó' }, { cookie })))).toMatchObject(
    {
      status: 422,
    },
  )
  expect(await db.consent.count({ where: { userId: person.id } })).toBe(2)
})

test('requests sent all at once do not flood the organizers', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  const form = { intent: 'request', message: 'Xin sửa họ tên' }
  await Promise.all(
    Array.from({ length: 40 }, () => answerOf(changeAccount(argsFor('/tai-khoan', form, { cookie })))),
  )

  expect(await db.profileRequest.count({ where: { userId: person.id } })).toBeLessThanOrEqual(10)
})

test('requests reach the organizers, an empty one is refused, and five may wait at a time', async () => {
  const person = await seedParticipant()
  const cookie = await seedSession(person.id)
  const send = (message: string) =>
    answerOf(changeAccount(argsFor('/tai-khoan', { intent: 'request', message }, { cookie })))

  expect(await send('   ')).toMatchObject({ status: 422, data: { error: 'request_invalid' } })
  for (let i = 1; i <= 5; i++) {
    expect(await send(`Đề nghị sửa lần ${i}`)).toMatchObject({ location: '/tai-khoan?xong=yeu-cau' })
  }
  expect(await send('Đề nghị nữa')).toMatchObject({
    status: 429,
    data: { error: 'requestsWaiting', message: 'Đề nghị nữa' },
  })
  const { participation } = await loadAccount(argsFor('/tai-khoan', null, { cookie }))
  expect(participation?.requests).toHaveLength(5)
})

test('an organizer’s account page has no attempts, consents or requests', async () => {
  const cookie = await seedSession((await seedOrganizer()).id)

  await expect(loadAccount(argsFor('/tai-khoan', null, { cookie }))).resolves.toMatchObject({
    participation: null,
  })
})

test('signing out ends the session and clears the cookie', async () => {
  const cookie = await seedSession((await seedParticipant()).id)
  const answer = await answerOf(signOut(argsFor('/dang-xuat', {}, { cookie })))

  expect(answer).toMatchObject({ status: 302, location: '/' })
  expect(answer.cookie).toMatch(/^hoithi_session=;/)
  expect(await answerOf(loadAccount(argsFor('/tai-khoan', null, { cookie })))).toMatchObject({
    location: '/dang-nhap?tiep=%2Ftai-khoan',
  })
})
