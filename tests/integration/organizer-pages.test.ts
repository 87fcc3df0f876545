import { afterAll, expect, test } from 'vitest'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { localTimeOf } from '#app/core/local-time.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import * as overview from '#app/routes/organizer/overview.tsx'
import * as roundPage from '#app/routes/organizer/rounds/round.tsx'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { sendProfileRequest } from '#app/services/people/profile-requests.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'

const MINUTE_MS = 60_000

afterAll(disconnectDatabase)

type Call = { slug?: string; cookie?: string; form?: Record<string, string>; now?: Date }

/** What Remix hands to a loader or action. */
function call({ slug, cookie, form, now = new Date() }: Call): LoaderFunctionArgs {
  const url = `http://localhost${slug ? `/to-chuc/dot-thi/${slug}` : '/to-chuc'}`
  const headers = cookie ? { Cookie: cookie } : undefined

  return {
    request: new Request(
      url,
      form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers },
    ),
    params: slug ? { slug } : {},
    context: { requestId: 'test', now, address: '127.0.0.1' },
  }
}

/** The status a page answers with instead of its data, and where it leads to. */
async function answerOf(
  work: Promise<unknown>,
): Promise<{ status: number | undefined; location: string | null }> {
  const answer: unknown = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location') }
  const init = (answer as { init?: ResponseInit | null } | null)?.init

  return { status: init?.status, location: null }
}

/** The data of a refused form. */
async function refusalOf(work: ReturnType<typeof roundPage.action>) {
  const { data, init } = await work

  return { ...data, status: init?.status }
}

async function organizerCookie(): Promise<string> {
  return seedSession((await seedOrganizer()).id)
}

const everyDoor = (slug: string) => [
  { name: 'the console', open: (cookie?: string) => overview.loader(call({ cookie })) },
  {
    name: 'handling a request',
    open: (cookie?: string) => overview.action(call({ cookie, form: { requestId: 'x' } })),
  },
  { name: 'a round', open: (cookie?: string) => roundPage.loader(call({ slug, cookie })) },
  {
    name: 'a decision',
    open: (cookie?: string) =>
      roundPage.action(
        call({ slug, cookie, form: { intent: 'close', reason: 'Lý do', confirmation: 'KẾT THÚC' } }),
      ),
  },
]

test('no page and no form of the console opens for a participant, and a visitor is led to sign in', async () => {
  const round = await seedRound()
  const participant = await seedSession((await seedParticipant()).id)

  for (const door of everyDoor(round.slug)) {
    expect({ door: door.name, ...(await answerOf(door.open(participant))) }).toMatchObject({
      door: door.name,
      status: 403,
    })
    const visitor = await answerOf(door.open())
    expect(visitor.status).toBe(302)
    expect(visitor.location).toMatch(/^\/dang-nhap\?tiep=%2Fto-chuc/)
  }
  expect(await getRound(round.slug)).toEqual(round)
})

test('an unknown round is not found', async () => {
  const cookie = await organizerCookie()
  const form = {
    intent: 'extend',
    closesAt: localTimeOf(new Date(Date.now() + 60 * MINUTE_MS)),
    reason: 'Lý do',
  }

  expect((await answerOf(roundPage.loader(call({ slug: 'khong-co', cookie })))).status).toBe(404)
  expect((await answerOf(roundPage.action(call({ slug: 'khong-co', cookie, form })))).status).toBe(404)
})

test('an extension typed in Vietnam’s time moves the end, is public with its reason and in the log', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const day = localTimeOf(new Date(Date.now() + 3 * 24 * 60 * MINUTE_MS)).slice(0, 10)
  const newEnd = new Date(`${day}T08:00:00+07:00`)
  const form = {
    intent: 'extend',
    choice: 'other',
    closesAt: `${day}T08:00`,
    reason: ' Mất điện  diện rộng ',
  }
  const answer = await answerOf(roundPage.action(call({ slug: round.slug, cookie, form })))

  expect(answer).toEqual({ status: 302, location: `/to-chuc/dot-thi/${round.slug}?xong=gia-han` })
  expect((await getRound(round.slug))?.closesAt).toEqual(newEnd)
  expect(await listDecisions(round.contestId)).toMatchObject([
    { kind: 'extension', reason: 'Mất điện diện rộng' },
  ])
  const { events } = await overview.loader(call({ cookie }))
  expect(events[0]).toMatchObject({
    actor: { fullName: 'Ban Tổ chức' },
    done: {
      action: 'round.extend',
      roundTitle: round.title,
      reason: 'Mất điện diện rộng',
      to: newEnd,
    },
  })
})

test('a quick choice counts whatever stands in the field for another time', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const closesAt = new Date(Math.ceil(round.closesAt.getTime() / MINUTE_MS) * MINUTE_MS + 15 * MINUTE_MS)
  const form = {
    intent: 'extend',
    choice: localTimeOf(closesAt),
    closesAt: '2030-01-01T10:00',
    reason: 'Lý do',
  }
  const answer = await answerOf(roundPage.action(call({ slug: round.slug, cookie, form })))

  expect(answer.status).toBe(302)
  expect((await getRound(round.slug))?.closesAt).toEqual(closesAt)
})

test('a refused extension says where the mistakes are and gives back what was typed', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const values = {
    choice: 'other',
    closesAt: localTimeOf(round.closesAt),
    reason: 'Đường truyền bị gián đoạn',
    announce: '',
    announcementText: '',
  }
  const extend = (form: Record<string, string>) =>
    refusalOf(roundPage.action(call({ slug: round.slug, cookie, form: { intent: 'extend', ...form } })))

  // The end itself has seconds; to the minute it is no later.
  expect(await extend(values)).toEqual({
    intent: 'extend',
    errors: { closesAt: 'extension_not_later' },
    values,
    status: 422,
  })
  expect(
    await extend({ closesAt: '2026-02-30T10:00', reason: ' ', announce: 'yes', announcementText: ' ' }),
  ).toEqual({
    intent: 'extend',
    errors: { closesAt: 'closes_at_invalid', reason: 'reason_missing' },
    values: {
      choice: '',
      closesAt: '2026-02-30T10:00',
      reason: ' ',
      announce: 'yes',
      announcementText: ' ',
    },
    status: 422,
  })
  expect(await getRound(round.slug)).toEqual(round)
})

test('closing needs its word and a reason; what was typed comes back', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const form = { reason: 'Đề có sai sót', confirmation: 'KẾT' }
  const answer = await refusalOf(
    roundPage.action(call({ slug: round.slug, cookie, form: { intent: 'close', ...form } })),
  )

  expect(answer).toEqual({
    intent: 'close',
    errors: { confirmation: 'confirmation_wrong' },
    values: form,
    status: 422,
  })
  expect(await getRound(round.slug)).toEqual(round)
})

test('a closing ends the round for good', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const now = new Date()
  const close = (reason: string) =>
    roundPage.action(
      call({ slug: round.slug, cookie, now, form: { intent: 'close', reason, confirmation: 'kết thúc' } }),
    )

  expect(await answerOf(close('Đề có sai sót'))).toEqual({
    status: 302,
    location: `/to-chuc/dot-thi/${round.slug}?xong=ket-thuc`,
  })
  expect((await getRound(round.slug))?.closesAt).toEqual(now)
  expect((await roundPage.loader(call({ slug: round.slug, cookie, now }))).header.phase).toBe('closed')

  expect(await refusalOf(close('Lần nữa'))).toMatchObject({ errors: { form: 'round_not_open' }, status: 409 })
  const form = { intent: 'extend', closesAt: localTimeOf(round.closesAt), reason: 'Mở lại' }
  expect(await refusalOf(roundPage.action(call({ slug: round.slug, cookie, now, form })))).toMatchObject({
    errors: { form: 'round_already_closed' },
    values: { reason: 'Mở lại' },
    status: 409,
  })
})

test('the page of a round shows its settings by topic, the notice about its bank and its decisions only', async () => {
  const cookie = await organizerCookie()
  const round = await seedRound()
  const other = await seedRound({ contestId: round.contestId })
  const decide = (slug: string) =>
    answerOf(
      roundPage.action(
        call({ slug, cookie, form: { intent: 'close', reason: `Lý do ${slug}`, confirmation: 'KẾT THÚC' } }),
      ),
    )
  await decide(round.slug)
  await decide(other.slug)
  const page = await roundPage.loader(call({ slug: round.slug, cookie }))

  expect(page.bank.statusNotice).toBe('chỉ để kiểm thử')
  expect(page.settings.blueprint).toEqual([{ title: 'Chuyên đề chung', counts: { 1: 5, 2: 0, 3: 0 } }])
  expect(page.decisions.map(({ reason }) => reason)).toEqual([`Lý do ${round.slug}`])
})

test('the console counts who is at work, and shows open requests until one is handled', async () => {
  const cookie = await organizerCookie()
  const round: Round = await seedRound()
  const participant = await seedParticipant({ fullName: 'Trần Văn Bình' })
  await startAttempt({ roundSlug: round.slug, participantId: participant.id, now: new Date() })
  await sendProfileRequest(participant.id, 'Xin sửa tên đơn vị', new Date())
  const { id } = (await overview.loader(call({ cookie }))).requests[0] ?? { id: '' }
  const handle = () => overview.action(call({ cookie, form: { requestId: id } }))

  expect((await roundPage.loader(call({ slug: round.slug, cookie }))).counts).toEqual({
    running: 1,
    ended: 0,
    people: 1,
  })
  expect(await handle()).toEqual({ handledId: id })
  // Twice, as two organizers might: handled once, logged once.
  await handle()
  const { requests, events } = await overview.loader(call({ cookie }))

  expect(requests).toEqual([])
  expect(events.filter(({ done }) => done.action === 'profile_request.handle')).toMatchObject([
    { done: { personName: 'Trần Văn Bình' } },
  ])
})

test('the log names the bank that was loaded, and shows what it has no sentence for as it is stored', async () => {
  const cookie = await organizerCookie()
  await seedRound()
  await db.auditEvent.create({
    data: { action: 'round.rename', subject: 'round:la', details: { reason: 1 }, recordedAt: new Date() },
  })
  const { events } = await overview.loader(call({ cookie }))

  expect(events[0]).toMatchObject({
    actor: null,
    done: { action: 'other', name: 'round.rename', subject: 'round:la' },
  })
  expect(events[1]?.done).toEqual({
    action: 'bank.load',
    bankTitle: 'Ngân hàng thử',
    added: 8,
    changed: 0,
    retired: 0,
    restored: 0,
    unchanged: 0,
  })
})

test('the log shows its fifty newest events', async () => {
  const cookie = await organizerCookie()
  const at = Date.now()
  await db.auditEvent.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      action: 'test',
      subject: `thứ ${index}`,
      details: {},
      recordedAt: new Date(at + index),
    })),
  })
  const { events } = await overview.loader(call({ cookie }))

  expect(events).toHaveLength(50)
  expect(events[0]?.done).toMatchObject({ subject: 'thứ 59' })
})
