import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase, pool } from '#app/db/client.server.ts'
import { loader as home } from '#app/routes/public/home.tsx'
import { loader as receiptPage } from '#app/routes/public/receipt.tsx'
import { action as startRound, loader as roundPage } from '#app/routes/public/round.tsx'
import { loader as roundBoard } from '#app/routes/public/round-board.tsx'
import type { NewRound } from '#app/services/contests/contests.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'
import { playAttempt } from '../factories/play.ts'
import { later } from '../factories/refusals.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

const MINUTE_MS = 60_000

afterAll(disconnectDatabase)

async function seedVisitor(overrides: Parameters<typeof seedParticipant>[0] = {}) {
  const person = await seedParticipant(overrides)

  return { ...person, cookie: await seedSession(person.id) }
}

async function offerOf(round: Round, visit: { cookie?: string; now?: Date } = {}) {
  const { offer } = await roundPage(
    argsOf(`/dot-thi/${round.slug}`, { ...visit, params: { slug: round.slug } }),
  )

  return offer
}

function start(round: Pick<Round, 'slug'>, visit: { cookie?: string; now?: Date } = {}) {
  const args = argsOf(`/dot-thi/${round.slug}`, { ...visit, params: { slug: round.slug }, method: 'POST' })

  return answerOf(startRound(args))
}

// First: the current contest is kept in memory for a second.
test('the home page shows the open round first, the board of the newest round with rows, and the numbers', async () => {
  const now = new Date()
  const closed = await seedRound({
    opensAt: later(now, -90 * MINUTE_MS),
    closesAt: later(now, -80 * MINUTE_MS),
  })
  const { contestId } = closed
  const open = await seedRound({ contestId })
  const upcoming = await seedRound({ contestId, opensAt: later(now, MINUTE_MS) })
  const { id } = await seedParticipant()
  await playAttempt(closed, { participantId: id, right: 4 })
  const view = await home(argsOf('/', { now }))

  expect(view?.featured.map(({ slug }) => slug)).toEqual([open.slug])
  expect(view?.others.map(({ slug }) => slug)).toEqual([upcoming.slug, closed.slug])
  expect(view?.top).toMatchObject({
    slug: closed.slug,
    rows: [{ rank: 1, score: 4 }],
    units: { rows: [{ rank: 1, people: 1 }] },
  })
  expect(view?.numbers).toEqual({ waitUntil: null, people: 1, attempts: 1, units: 1 })
  expect(JSON.stringify(view)).not.toContain(id)
})

test('a round says what each visitor can do: sign in, start, continue, or nothing and why', async () => {
  const round = await seedRound({ attemptsAllowed: 1 })
  const fresh = await seedVisitor()
  const running = await seedVisitor()
  const { attemptId } = await startAttempt({
    roundSlug: round.slug,
    participantId: running.id,
    now: new Date(),
  })
  const done = await seedVisitor()
  await playAttempt(round, { participantId: done.id, right: 5 })
  const organizer = await seedOrganizer()

  expect(await offerOf(round)).toEqual({ kind: 'sign_in' })
  expect(await offerOf(round, { cookie: fresh.cookie })).toMatchObject({ kind: 'start', attemptsLeft: 1 })
  expect(await offerOf(round, { cookie: running.cookie })).toEqual({ kind: 'continue', attemptId })
  expect(await offerOf(round, { cookie: done.cookie })).toEqual({ kind: 'used_up' })
  expect(await offerOf(round, { cookie: await seedSession(organizer.id) })).toEqual({ kind: 'staff' })
  expect(await offerOf(round, { now: later(round.opensAt, -1) })).toEqual({ kind: 'not_open_yet' })
  expect(await offerOf(round, { now: round.closesAt })).toEqual({ kind: 'over' })
})

test('a round that cuts attempts off at its end says how much time is really left', async () => {
  const round = await seedRound({ endRule: 'must_finish_before' })
  const { cookie } = await seedVisitor()

  expect(await offerOf(round, { cookie, now: later(round.closesAt, -4 * MINUTE_MS) })).toMatchObject({
    kind: 'start',
    attemptMs: 4 * MINUTE_MS,
    isCutShort: true,
  })
})

test('pressing start leads to the paper, twice to the same one', async () => {
  const round = await seedRound()
  const { id, cookie } = await seedVisitor()
  const answers = [await start(round, { cookie }), await start(round, { cookie })]
  const attempts = await db.attempt.findMany({ where: { participantId: id } })

  expect(attempts).toHaveLength(1)
  expect(answers.map(({ location }) => location)).toEqual(
    Array.from({ length: 2 }, () => `/lam-bai/${attempts[0]?.id}`),
  )
})

test('every refusal to start comes back to the page with its reason', async () => {
  const round = await seedRound({ attemptsAllowed: 1 })
  const other = await seedRound()
  const { id, cookie } = await seedVisitor()
  await startAttempt({ roundSlug: other.slug, participantId: id, now: new Date() })
  const done = await seedVisitor()
  await playAttempt(round, { participantId: done.id, right: 1 })
  const refusals = [
    await start(round, { cookie }),
    await start(round, { cookie: done.cookie }),
    await start(round, { cookie: done.cookie, now: round.closesAt }),
  ]

  expect(refusals).toMatchObject([
    { status: 409, body: { refusal: 'another_attempt_running' } },
    { status: 409, body: { refusal: 'attempts_used_up' } },
    { status: 409, body: { refusal: 'round_not_open' } },
  ])
  expect(await offerOf(round, { cookie })).toMatchObject({ kind: 'busy_elsewhere', roundTitle: other.title })
})

test('who is not signed in is led to sign in and back to the round; an organizer can start nothing', async () => {
  const round = await seedRound()
  const organizer = await seedOrganizer()
  const asVisitor = await start(round)
  const asOrganizer = await start(round, { cookie: await seedSession(organizer.id) })

  expect(asVisitor.location).toBe(`/dang-nhap?${new URLSearchParams({ tiep: `/dot-thi/${round.slug}` })}`)
  expect(asOrganizer.status).toBe(403)
  expect(await db.attempt.count({ where: { roundId: round.id } })).toBe(0)
})

test('a draft is as unknown as a round that does not exist', async () => {
  const draft = await seedRound()
  await db.round.update({ where: { id: draft.id }, data: { scheduledAt: null } })
  const { cookie } = await seedVisitor()

  for (const slug of [draft.slug, 'khong-co']) {
    const params = { slug }
    expect((await answerOf(roundPage(argsOf('/', { params })))).status).toBe(404)
    expect((await answerOf(roundBoard(argsOf('/', { params })))).status).toBe(404)
    expect((await start({ slug }, { cookie })).status).toBe(404)
  }
})

test('a board marks the row of its reader, names its page, and carries no id of a person', async () => {
  const round = await seedRound()
  const me = await seedVisitor({
    fullName: 'Trần Mẫu Hà',
    consents: { processing: true, namePublication: true },
  })
  const other = await seedParticipant()
  await playAttempt(round, { participantId: me.id, right: 3 })
  await playAttempt(round, { participantId: other.id, right: 5 })
  const params = { slug: round.slug }
  const mine = await roundBoard(argsOf('/', { params, cookie: me.cookie }))
  const theirs = await roundBoard(argsOf('/?tim=HA', { params }))

  expect(mine.page.rows.map(({ rank, isOwn }) => [rank, isOwn])).toEqual([
    [1, false],
    [2, true],
  ])
  expect(mine.own).toMatchObject({ rank: 2, page: 1, displayName: 'Trần Mẫu Hà' })
  expect(theirs).toMatchObject({ own: null, page: { matchCount: 1, rows: [{ rank: 2, isOwn: false }] } })
  expect(JSON.stringify([mine, theirs])).not.toMatch(new RegExp(`${me.id}|${other.id}`))
})

test('the own row of somebody among many equal ones names the page it stands on, not the page of the rank', async () => {
  const round = await seedRound()
  const { id, cookie } = await seedVisitor()
  await seedEqualRows(round.id, 119)
  await pool.query(
    `INSERT INTO standing (board_id, participant_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
     VALUES ($1, $2, 'a', 'Mẫu', 'mau', 1, 1, now(), 1)`,
    [round.id, id],
  )
  const params = { slug: round.slug }
  const { own } = await roundBoard(argsOf('/', { params, cookie }))
  const { page } = await roundBoard(argsOf(`/?trang=${own?.page}`, { params, cookie }))

  expect(own?.rank).toBe(1)
  expect(page.rows.some(({ isOwn }) => isOwn)).toBe(true)
})

test('a page beyond the end of a board leads to its last page, with the search kept', async () => {
  const round = await seedRound()
  await seedEqualRows(round.id, 60)
  const params = { slug: round.slug }
  const path = `/dot-thi/${round.slug}/bang-xep-hang`
  const beyond = await answerOf(roundBoard(argsOf(`${path}?trang=9`, { params })))
  const searched = await answerOf(roundBoard(argsOf(`${path}?tim=mau&trang=9`, { params })))

  expect(beyond.location).toBe(`${path}?trang=2`)
  expect(searched.location).toBe(`${path}?tim=mau&trang=1`)
})

test('practice has no board', async () => {
  const round = await seedRound({ kind: 'practice', attemptsAllowed: null })

  expect((await answerOf(roundBoard(argsOf('/', { params: { slug: round.slug } })))).status).toBe(404)
})

test('a receipt is found however it was typed, at one address', async () => {
  const { code } = await seedReceipt({})
  const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
  const answer = await answerOf(receiptPage(argsOf(`/bien-nhan?${new URLSearchParams({ ma: typed })}`)))
  const found = await answerOf(receiptPage(argsOf(`/bien-nhan/${code}`, { params: { code } })))

  expect(answer.location).toBe(`/bien-nhan/${code}`)
  expect(found).toMatchObject({ status: 200, body: { outcome: 'found', receipt: { rank: 1 } } })
})

test('a code that nobody has is not found, and one that can be none is told so at the field', async () => {
  const params = { code: '000000000000' }

  expect(await answerOf(receiptPage(argsOf('/', { params })))).toMatchObject({
    status: 404,
    body: { outcome: 'missing', receipt: null },
  })
  expect(await answerOf(receiptPage(argsOf('/bien-nhan?ma=abc')))).toMatchObject({
    status: 200,
    body: { outcome: 'malformed', code: 'abc' },
  })
})

test('a receipt shows no name without consent, and no guess while others can still guess', async () => {
  const { code, round } = await seedReceipt({
    predictionKind: 'people',
    predictionPrompt: 'Bao nhiêu người dự thi?',
  })
  const look = async (now: Date) => (await answerOf(receiptPage(argsOf('/', { params: { code }, now })))).body

  expect(await look(new Date())).toMatchObject({
    receipt: { displayName: 'L. M. Y.', prediction: 'sealed', hasPrediction: true },
  })
  expect(await look(round.closesAt)).toMatchObject({
    receipt: { prediction: { kind: 'people', value: 1_200_000n } },
  })
})

async function seedReceipt(overrides: Partial<NewRound>) {
  const round = await seedRound(overrides)
  const { id } = await seedParticipant({ fullName: 'Lý Mẫu Yến' })
  const attemptId = await playAttempt(round, { participantId: id, right: 5, prediction: '12' })
  const { receiptCode } = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })

  return { round, code: receiptCode ?? '' }
}

async function seedEqualRows(boardId: string, count: number): Promise<void> {
  await pool.query(
    `INSERT INTO user_account (id, role, login_name, full_name, created_at)
     SELECT $1 || '-' || n, 'participant', $1 || '-' || n, 'Nguyễn Mẫu', now() FROM generate_series(1, $2::int) n`,
    [boardId, count],
  )
  await pool.query(
    `INSERT INTO standing (board_id, participant_id, sort_key, display_name, search_name, score, duration_ms, ended_at, attempts_used)
     SELECT $1, $1 || '-' || n, 'a', 'Mẫu', 'mau', 1, 1, now(), 1 FROM generate_series(1, $2::int) n`,
    [boardId, count],
  )
}
