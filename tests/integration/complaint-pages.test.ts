import { afterAll, expect, test } from 'vitest'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import * as accountPage from '#app/routes/account/account.tsx'
import * as filePage from '#app/routes/organizer/complaints/complaint.tsx'
import * as listPage from '#app/routes/organizer/complaints/complaints.tsx'
import * as overview from '#app/routes/organizer/overview.tsx'
import * as resultPage from '#app/routes/public/result.tsx'
import { summarizeComplaints } from '#app/services/complaints/complaint-list.server.ts'
import { acknowledgeComplaint, answerComplaint } from '#app/services/complaints/complaint-review.server.ts'
import { withdrawComplaint } from '#app/services/complaints/complaints.server.ts'
import { seedStaff } from '../factories/closed-rounds.ts'
import { COMPLAINT_TEXT, RANKING, RESULT, file, seedReleased } from '../factories/complaints.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

test('the participant reads the answer on both pages, and not by whom', async () => {
  const player = await seedReleased()
  const cookie = await seedSession(player.participantId)
  const number = await file(player)
  const decider = await seedStaff('organizer', 'Phạm Thị Người Trả Lời')
  await acknowledgeComplaint(number, decider.id, new Date())
  await answerComplaint({
    number,
    verdict: 'partly_accepted',
    answer: 'Câu hỏi sẽ được\nchấm lại.',
    actorId: decider.id,
    now: new Date(),
  })
  const path = `/ket-qua/${player.attemptId}`
  const result = await resultPage.loader(argsOf(path, { params: { attemptId: player.attemptId }, cookie }))
  const account = await accountPage.loader(argsOf('/tai-khoan', { cookie }))

  for (const own of [result.complaints.desk.own, account.participation?.complaints]) {
    expect(own).toMatchObject([{ number, state: 'partly_accepted', answer: 'Câu hỏi sẽ được\nchấm lại.' }])
    expect(JSON.stringify(own)).not.toContain('Người Trả Lời')
    expect(JSON.stringify(own)).not.toContain(decider.id)
  }
})

type Form = Record<string, string>

function post(path: string, params: Record<string, string>, cookie: string, form: Form) {
  const args = argsOf(path, { params, cookie })
  const headers = { Cookie: cookie }

  return {
    ...args,
    request: new Request(args.request.url, { method: 'POST', headers, body: new URLSearchParams(form) }),
  }
}

test('the form on the result page sends, refuses at the field, and keeps what was typed', async () => {
  const player = await seedReleased()
  const cookie = await seedSession(player.participantId)
  const send = (form: Form) =>
    answerOf(
      resultPage.action(
        post(`/ket-qua/${player.attemptId}`, { attemptId: player.attemptId }, cookie, {
          intent: 'complain',
          ...form,
        }),
      ),
    )
  const values = { target: 'question:3', text: 'quá ngắn' }

  expect(await send(values)).toEqual({
    status: 422,
    location: null,
    body: { done: 'form_refused', errors: { text: 'text_too_short' }, values },
  })
  const sent = await send({ target: 'question:3', text: COMPLAINT_TEXT })
  expect(sent.status).toBe(302)
  expect(sent.location).toMatch(new RegExp(`^/ket-qua/${player.attemptId}\\?da-gui=\\d+#khieu-nai$`))
  expect(await send({ target: 'question:3', text: COMPLAINT_TEXT })).toMatchObject({
    status: 409,
    body: { errors: { target: 'complaint_already_open' }, values: { text: COMPLAINT_TEXT } },
  })
})

test('twenty complaints an hour are enough for one person', async () => {
  const player = await seedReleased()
  const cookie = await seedSession(player.participantId)
  const send = () =>
    answerOf(
      resultPage.action(
        post(`/ket-qua/${player.attemptId}`, { attemptId: player.attemptId }, cookie, {
          intent: 'complain',
          target: 'ranking',
          text: COMPLAINT_TEXT,
        }),
      ),
    )
  const statuses: number[] = []
  for (let tries = 0; tries < 21; tries++) statuses.push((await send()).status)

  expect(statuses[0]).toBe(302)
  expect(new Set(statuses.slice(1, 20))).toEqual(new Set([409]))
  expect(statuses[20]).toBe(429)
})

test('the console shows complaints to those who read results, and lets those who manage them act', async () => {
  const player = await seedReleased()
  const number = await file(player)
  const params = { number: String(number) }
  const path = `/to-chuc/khieu-nai/${number}`
  const cookieOf = async (user: { id: string }) => seedSession(user.id)
  const auditor = await cookieOf(await seedStaff('auditor'))
  const organizer = await cookieOf(await seedStaff('organizer'))
  const doors = [
    (cookie: string) => listPage.loader(argsOf('/to-chuc/khieu-nai', { cookie })),
    (cookie: string) => filePage.loader(argsOf(path, { params, cookie })),
  ]
  for (const open of doors) {
    expect((await answerOf(open(auditor))).status).toBe(200)
    for (const user of [await seedParticipant(), await seedStaff('reviewer')])
      expect((await answerOf(open(await cookieOf(user)))).status).toBe(403)
  }
  const act = async (cookie: string, form: Form) =>
    answerOf(filePage.action(post(path, params, cookie, form)))

  expect((await act(auditor, { intent: 'acknowledge' })).status).toBe(403)
  expect(await act(organizer, { intent: 'acknowledge' })).toMatchObject({
    status: 302,
    location: `${path}?xong=tiep-nhan`,
  })
  expect(await act(organizer, { intent: 'answer', verdict: '', answer: ' ' })).toMatchObject({
    status: 422,
    body: { errors: { verdict: 'verdict_missing', answer: 'answer_missing' } },
  })
  expect(await act(organizer, { intent: 'answer', verdict: 'accepted', answer: 'Đúng vậy.' })).toMatchObject({
    status: 302,
    location: `${path}?xong=tra-loi`,
  })
  const unknown = { params: { number: '999999' }, cookie: organizer }
  expect((await answerOf(filePage.loader(argsOf('/to-chuc/khieu-nai/999999', unknown)))).status).toBe(404)
})

test('the list filters by state with counts, and the overview names the nearest term', async () => {
  const cookie = await seedSession((await seedStaff('organizer')).id)
  const before = await listPage.loader(argsOf('/to-chuc/khieu-nai?loc=all', { cookie }))
  const countOf = (view: typeof before, name: string) =>
    view.filters.find((filter) => filter.name === name)?.count ?? 0
  const player = await seedReleased()
  const number = await file(player, RESULT)
  await file(player, RANKING)
  await withdrawComplaint(number, player.participantId, new Date())
  const after = await listPage.loader(argsOf('/to-chuc/khieu-nai?loc=withdrawn', { cookie }))

  expect(countOf(after, 'withdrawn')).toBe(countOf(before, 'withdrawn') + 1)
  expect(countOf(after, 'open')).toBe(countOf(before, 'open') + 1)
  expect(after.complaints.every(({ state }) => state === 'withdrawn')).toBe(true)

  const { _min } = await db.complaint.aggregate({
    where: { state: 'received' },
    _min: { acknowledgeBy: true },
  })
  const { complaints } = await overview.loader(argsOf('/to-chuc', { cookie }))
  expect(complaints).toEqual(await summarizeComplaints())
  expect(complaints.open).toBe(countOf(after, 'open'))
  expect(complaints.nextDeadline?.getTime()).toBeLessThanOrEqual(_min.acknowledgeBy?.getTime() ?? 0)
})
