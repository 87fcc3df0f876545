import { describe, expect, test } from 'vitest'
import { saveStatusOf } from './save-status.ts'
import { createSimulatedExam, createStorage } from './simulated-exam.ts'

const SECOND = 1_000
const MINUTE = 60_000

describe('saving', () => {
  test('each choice is sent at once, and the page says when it was saved', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    expect(saveStatusOf(session.get())).toEqual({ kind: 'nothing_to_save' })

    session.pick(1, 'b1')
    expect(saveStatusOf(session.get())).toEqual({ kind: 'saving' })
    await time.advance(100)

    expect(attempt.answers).toEqual({ '1': ['b1'] })
    expect(saveStatusOf(session.get())).toEqual({ kind: 'saved', savedAt: '2026-11-23T02:00:00.020Z' })
  })

  test('choices made while a save is under way go out together in the next one', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    session.pick(1, 'a1')
    session.pick(2, 'a2')
    session.pick(3, 'a3')
    session.pick(3, 'c3')
    await time.advance(100)

    expect(attempt.requests.filter((request) => request.startsWith('save'))).toEqual([
      'save {"1":["a1"]}',
      'save {"2":["a2"],"3":["a3","c3"]}',
    ])
  })

  test('a single-choice answer is replaced, one of several is taken away, an answer can be taken back', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    session.pick(1, 'a1')
    session.pick(1, 'd1')
    session.pick(3, 'c3')
    session.pick(3, 'a3')
    session.pick(3, 'c3')
    session.pick(2, 'a2')
    session.clear(2)
    await time.advance(200)

    expect(attempt.answers).toEqual({ '1': ['d1'], '2': [], '3': ['a3'] })
  })

  test('while the server fails the page keeps trying with growing pauses and tells that it keeps the answers', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    await time.advance(100)
    page.network = 'server_failing'
    attempt.requests.length = 0
    session.pick(1, 'a1')
    await time.advance(20 * SECOND)

    const saves = attempt.requests.filter((request) => request.startsWith('save'))
    // At once, then after 1, 2, 4 and 8 seconds.
    expect(saves).toHaveLength(5)
    expect(saveStatusOf(session.get())).toEqual({ kind: 'server_trouble', waitingCount: 1 })
  })

  test('when the connection is back the answers go out at once', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    page.network = 'down'
    session.pick(1, 'a1')
    await time.advance(4 * MINUTE)
    session.pick(2, 'a2')
    await time.advance(SECOND)
    expect(saveStatusOf(session.get())).toEqual({ kind: 'offline', waitingCount: 2 })

    page.network = 'up'
    session.wake()
    await time.advance(100)
    expect(attempt.answers).toEqual({ '1': ['a1'], '2': ['a2'] })
    expect(saveStatusOf(session.get()).kind).toBe('saved')
  })

  test('without anybody waking it the page notices a returned connection within thirty seconds', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    page.network = 'down'
    session.pick(1, 'a1')
    await time.advance(5 * MINUTE)
    page.network = 'up'
    await time.advance(30 * SECOND)
    expect(attempt.answers).toEqual({ '1': ['a1'] })
  })

  test('a reply that got lost makes no noise: the page finds its own answer stored and goes on', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    page.network = 'replies_lost'
    session.pick(1, 'a1')
    await time.advance(500)
    page.network = 'up'
    session.pick(2, 'a2')
    await time.advance(5 * SECOND)

    expect(session.get().sync.phase).toBe('working')
    expect(attempt.answers).toEqual({ '1': ['a1'], '2': ['a2'] })
  })

  test('unsent answers, marks and the guess survive a crash of the page', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session, page, storage } = openPage()
    page.network = 'down'
    session.pick(1, 'a1')
    session.toggleFlag(2)
    session.typePrediction('1.204')
    await time.advance(SECOND)
    session.dispose()

    const reopened = openPage(storage)
    expect(reopened.session.get()).toMatchObject({ flagged: [2], prediction: '1.204' })
    await time.advance(SECOND)
    expect(attempt.answers).toEqual({ '1': ['a1'] })
    expect(reopened.session.get().sync.phase).toBe('working')
  })

  test('signed out, the page keeps the answers and sends them once somebody signed in again', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const { session } = openPage()
    attempt.isSignedIn = false
    session.pick(1, 'a1')
    await time.advance(SECOND)
    session.pick(2, 'a2')
    await time.advance(SECOND)
    expect(saveStatusOf(session.get())).toEqual({ kind: 'signed_out', waitingCount: 2 })

    attempt.isSignedIn = true
    session.wake()
    await time.advance(SECOND)
    expect(attempt.answers).toEqual({ '1': ['a1'], '2': ['a2'] })
  })

  test('two lost pulses in a row are mentioned although nothing waits to be sent; one is not', async () => {
    const { time, openPage } = createSimulatedExam()
    const { session, page } = openPage()
    session.pick(1, 'a1')
    await time.advance(SECOND)
    page.network = 'down'
    await time.advance(12 * SECOND)
    expect(saveStatusOf(session.get()).kind).toBe('saved')
    await time.advance(10 * SECOND)
    expect(saveStatusOf(session.get())).toEqual({ kind: 'offline', waitingCount: 0 })
  })
})

describe('two devices', () => {
  test('the second one asks, takes over, and the first one learns of it within fifteen seconds', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const first = openPage()
    first.session.pick(1, 'a1')
    await time.advance(SECOND)

    const second = openPage()
    expect(second.session.get().sync).toMatchObject({ phase: 'asking', other: { answeredCount: 1 } })
    await time.advance(SECOND)
    second.session.pick(2, 'a2')
    expect(second.session.get().sync.answers).toEqual({ '1': ['a1'] })

    second.session.takeOver()
    await time.advance(15 * SECOND)
    expect(second.session.get().sync.phase).toBe('working')
    expect(first.session.get().sync.phase).toBe('elsewhere')
    expect(saveStatusOf(first.session.get()).kind).toBe('elsewhere')
    expect(attempt.answers).toEqual({ '1': ['a1'] })
  })

  test('the overtaken page learns of it at its next choice, and going on there brings that choice along', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const first = openPage()
    first.session.pick(1, 'a1')
    await time.advance(SECOND)
    const second = openPage()
    second.session.takeOver()
    await time.advance(100)
    second.session.pick(1, 'd1')
    await time.advance(100)

    first.session.pick(2, 'a2')
    await time.advance(100)
    expect(first.session.get().sync.phase).toBe('elsewhere')
    expect(attempt.answers).toEqual({ '1': ['d1'] })

    first.session.takeOver()
    await time.advance(15 * SECOND)
    expect(first.session.get().sync).toMatchObject({
      phase: 'working',
      answers: { '1': ['d1'], '2': ['a2'] },
    })
    expect(second.session.get().sync.phase).toBe('elsewhere')
  })

  test('two tabs of one browser work the same way', async () => {
    const { time, attempt, openPage } = createSimulatedExam()
    const storage = createStorage()
    const first = openPage(storage)
    first.session.pick(1, 'a1')
    await time.advance(SECOND)
    const second = openPage(storage)
    expect(second.session.get().sync.phase).toBe('working')
    second.session.pick(2, 'a2')
    await time.advance(15 * SECOND)

    expect(first.session.get().sync.phase).toBe('elsewhere')
    expect(attempt.answers).toEqual({ '1': ['a1'], '2': ['a2'] })
  })
})
