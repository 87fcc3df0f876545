import { describe, expect, test } from 'vitest'
import { createSimulatedExam } from './simulated-exam.ts'

const SECOND = 1_000
const MINUTE = 60_000

describe('at the deadline', () => {
  test('the page hands in by itself, with the guess, within the grace, and leaves once', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { session, page, storage } = openPage()
    session.pick(1, 'a1')
    session.typePrediction(' 1.204 ')
    await time.advance(MINUTE + 2 * SECOND)

    expect(attempt.result).toMatchObject({ answers: { '1': ['a1'] }, prediction: '1.204' })
    expect(attempt.result!.atMs).toBeGreaterThanOrEqual(MINUTE)
    expect(page.leftTimes).toBe(1)
    expect(storage.length).toBe(0)
  })

  test('answers that still wait are sent before the submission', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { session, page } = openPage()
    await time.advance(50 * SECOND)
    page.network = 'down'
    session.pick(2, 'c2')
    await time.advance(10 * SECOND)
    expect(session.get().handIn?.reason).toBe('deadline')
    session.pick(2, 'd2')

    page.network = 'up'
    await time.advance(4 * SECOND)
    expect(attempt.result?.answers).toEqual({ '2': ['c2'] })
    expect(page.leftTimes).toBe(1)
  })

  test('a round extended in the last moment goes on, nothing is handed in', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { session, page } = openPage()
    await time.advance(58 * SECOND)
    attempt.deadlineMs += 10 * MINUTE
    await time.advance(4 * SECOND)

    expect(session.get().handIn).toBeNull()
    expect(session.remainingMs()).toBe(10 * MINUTE - 2 * SECOND)
    expect(attempt.result).toBeNull()

    session.pick(1, 'a1')
    await time.advance(10 * MINUTE)
    expect(attempt.result?.answers).toEqual({ '1': ['a1'] })
    expect(page.leftTimes).toBe(1)
  })

  test('offline it keeps trying, and finds the counted result when the connection is back', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { session, page } = openPage()
    session.pick(1, 'a1')
    await time.advance(SECOND)
    page.network = 'down'
    session.pick(2, 'a2')
    await time.advance(5 * MINUTE)
    expect(session.get()).toMatchObject({ handIn: { reason: 'deadline' }, sync: { trouble: 'network' } })
    expect(page.leftTimes).toBe(0)

    page.network = 'up'
    await time.advance(5 * SECOND)
    expect(page.leftTimes).toBe(1)
    expect(attempt.result?.answers).toEqual({ '1': ['a1'] })
  })

  test('offline with nothing left to save it asks every few seconds, not in a rush', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { page } = openPage()
    await time.advance(50 * SECOND)
    page.network = 'down'
    await time.advance(10 * SECOND)
    page.tries = 0
    await time.advance(MINUTE)
    expect(page.tries).toBeGreaterThan(15)
    expect(page.tries).toBeLessThan(40)

    page.network = 'up'
    await time.advance(4 * SECOND)
    expect(attempt.result).not.toBeNull()
    expect(page.leftTimes).toBe(1)
  })

  test('a guess that can not be read does not hold up the answers', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const { session, page } = openPage()
    session.typePrediction('unreadable')
    await time.advance(MINUTE + 2 * SECOND)
    expect(attempt.result?.prediction).toBeNull()
    expect(page.leftTimes).toBe(1)
  })

  test('a page that was overtaken hands nothing in and leaves when the server has counted', async () => {
    const { time, attempt, openPage } = createSimulatedExam({ durationMs: MINUTE })
    const first = openPage()
    first.session.pick(1, 'a1')
    await time.advance(SECOND)
    const second = openPage()
    await time.advance(MINUTE)

    expect(second.session.get().sync.phase).toBe('asking')
    expect(attempt.requests.filter((request) => request.startsWith('submit'))).toHaveLength(1)
    await time.advance(10 * SECOND)
    expect([first.page.leftTimes, second.page.leftTimes]).toEqual([1, 1])
  })

  test('an attempt that the server counted meanwhile leads to its result', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    await time.advance(SECOND)
    attempt.result = { answers: {}, prediction: null, atMs: 0 }
    session.pick(1, 'a1')
    await time.advance(SECOND)
    expect(page.leftTimes).toBe(1)
  })
})

describe('handing in on wish', () => {
  test('waits until every answer is saved', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    session.pick(1, 'a1')
    session.pick(2, 'a2')
    session.typePrediction('7')
    session.handIn()
    await time.advance(SECOND)

    expect(attempt.requests.slice(-1)).toEqual(['submit 7'])
    expect(attempt.result).toMatchObject({ answers: { '1': ['a1'], '2': ['a2'] }, prediction: '7' })
    expect(page.leftTimes).toBe(1)
  })

  test('is repeated until the server answers, and is one submission', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    page.network = 'replies_lost'
    session.handIn()
    await time.advance(4 * SECOND)
    const { atMs } = attempt.result!
    page.network = 'up'
    await time.advance(5 * SECOND)

    expect(page.leftTimes).toBe(1)
    expect(attempt.result?.atMs).toBe(atMs)
  })

  test('can be called off while the connection is gone', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    page.network = 'down'
    session.handIn()
    await time.advance(10 * SECOND)
    session.cancelHandIn()
    page.network = 'up'
    await time.advance(MINUTE)

    expect(session.get().handIn).toBeNull()
    expect(attempt.result).toBeNull()
    session.pick(1, 'a1')
    await time.advance(SECOND)
    expect(attempt.answers).toEqual({ '1': ['a1'] })
  })

  test('comes back to the participant when the guess can not be read', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    session.typePrediction('unreadable')
    session.handIn()
    await time.advance(SECOND)
    expect(session.get()).toMatchObject({ handIn: null, isPredictionRefused: true })
    expect(attempt.result).toBeNull()

    session.typePrediction('12')
    expect(session.get().isPredictionRefused).toBe(false)
    session.handIn()
    await time.advance(SECOND)
    expect(page.leftTimes).toBe(1)
  })

  test('does not happen when another device has taken over', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const first = openPage()
    first.session.pick(1, 'a1')
    await time.advance(SECOND)
    const second = openPage()
    second.session.takeOver()
    await time.advance(SECOND)

    first.session.pick(2, 'a2')
    first.session.handIn()
    await time.advance(SECOND)
    expect(first.session.get()).toMatchObject({ handIn: null, sync: { phase: 'elsewhere' } })
    expect(attempt.result).toBeNull()
  })
})

describe('time', () => {
  test('an extension reaches the page within fifteen seconds and is announced', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    await time.advance(MINUTE)
    attempt.deadlineMs += 15 * MINUTE
    await time.advance(15 * SECOND)

    expect(session.get().notice).toMatchObject({ kind: 'deadline_moved', laterByMs: 15 * MINUTE })
    expect(session.remainingMs()).toBe(34 * MINUTE - 15 * SECOND)
  })

  test('the time left is announced at 10, 5 and 1 minutes and 30 seconds, each once', async () => {
    const { time, openPage } = createSimulatedExam({ durationMs: 11 * MINUTE })
    const { session } = openPage()
    const announced: number[] = []
    let lastId = 0
    session.subscribe(() => {
      const { notice } = session.get()
      if (!notice || notice.id === lastId) return
      lastId = notice.id
      if (notice.kind === 'time_left') announced.push(notice.remainingMs)
    })
    await time.advance(10 * MINUTE + 59 * SECOND)

    expect(announced).toEqual([10 * MINUTE, 5 * MINUTE, MINUTE, 30 * SECOND])
  })

  test('a closed page leaves no timers behind', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    await time.advance(SECOND)
    session.dispose()
    attempt.requests.length = 0
    await time.advance(10 * MINUTE)
    expect(attempt.requests).toEqual([])
  })
})
