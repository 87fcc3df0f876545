import { expect, test } from 'vitest'
import { createAttemptRequests } from './attempt-requests.ts'

/** Requests against a server that gives this reply, with the call it received. */
function answering(reply: () => Response | Promise<Response>) {
  const calls: { url: string; init: RequestInit }[] = []
  let nowMs = 100
  const requests = createAttemptRequests({
    attemptId: 'A1',
    nowMs: () => (nowMs += 50),
    fetch: (url, init) => {
      calls.push({ url: url as string, init: init ?? {} })

      return Promise.resolve().then(reply)
    },
  })

  return { requests, calls }
}

function problem(status: number, code: string, details: object = {}): Response {
  return Response.json(
    { type: 'about:blank', title: code, status, code, requestId: 'r', ...details },
    { status },
  )
}

test('a save names its revision and comes back with the times of sending and receiving', async () => {
  const { requests, calls } = answering(() =>
    Response.json({ revision: 5, savedAt: 't', remainingMs: 1_000 }),
  )
  expect(await requests.save(4, { '3': ['k3f9'] })).toEqual({
    outcome: 'done',
    body: { revision: 5, savedAt: 't', remainingMs: 1_000 },
    sentAtMs: 150,
    receivedAtMs: 200,
  })
  expect(calls[0]).toMatchObject({
    url: '/api/v1/attempts/A1/answers',
    init: { method: 'PUT', keepalive: true },
  })
  expect(calls[0]?.init.body).toBe('{"revision":4,"answers":{"3":["k3f9"]}}')
})

test('a conflict brings the newer copy', async () => {
  const newer = { revision: 6, savedAt: 't', answers: { '1': ['a'] }, remainingMs: 5 }
  const { requests } = answering(() => problem(409, 'revision_conflict', newer))
  expect(await requests.save(4, {})).toMatchObject({ outcome: 'conflict', newer })
})

test.each([
  [410, 'attempt_ended', 'ended'],
  [401, 'not_signed_in', 'signed_out'],
  [404, 'attempt_not_found', 'not_found'],
  [403, 'not_allowed', 'not_found'],
  [422, 'prediction_invalid', 'prediction_invalid'],
  [500, 'internal_error', 'failing'],
  [429, 'too_many_tries', 'failing'],
  [409, 'revision_conflict', 'failing'],
])('%i %s means %s', async (status, code, outcome) => {
  const { requests } = answering(() => problem(status, code))
  expect(await requests.submit(null)).toEqual({ outcome })
})

test('a gateway page of the network in between is a failure, even with status 200', async () => {
  expect(await answering(() => new Response('<html>', { status: 200 })).requests.pulse()).toEqual({
    outcome: 'failing',
  })
  expect(await answering(() => new Response('<html>', { status: 502 })).requests.pulse()).toEqual({
    outcome: 'failing',
  })
})

test('no reply is no reply', async () => {
  const { requests } = answering(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await requests.save(0, {})).toEqual({ outcome: 'unreachable' })
})

test('the submission carries the guess when there is one', async () => {
  const { requests, calls } = answering(() => Response.json({}))
  await requests.submit('1.204')
  await requests.submit(null)
  expect(calls.map(({ init }) => init.body)).toEqual(['{"prediction":"1.204"}', '{}'])
})
