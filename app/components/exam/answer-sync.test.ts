import { describe, expect, test } from 'vitest'
import {
  acknowledge,
  choose,
  failSend,
  finish,
  hasPending,
  keptAnswersOf,
  loseSession,
  meetConflict,
  nextSend,
  noteTrouble,
  openSync,
  seePulse,
  startSend,
  takeOver,
} from './answer-sync.ts'
import type { SyncState } from './answer-sync.ts'

const SAVED_AT = '2026-11-23T02:03:04.000Z'
const LATER = '2026-11-23T02:05:00.000Z'

const untouched = { revision: 0, savedAt: null, answers: {} }
const started = { revision: 4, savedAt: SAVED_AT, answers: { '1': ['a'], '2': ['b'] } }

/** A page at work on a copy that this browser knows. */
function workingOn(copy: {
  revision: number
  savedAt: string | null
  answers: Record<string, string[]>
}): SyncState {
  return openSync(copy, { revision: copy.revision, pending: {}, unresolved: [] })
}

describe('choosing and saving', () => {
  test('a choice shows at once, waits for the server and is done when acknowledged', () => {
    const chosen = choose(workingOn(started), 3, ['c'])
    expect(chosen.answers).toEqual({ '1': ['a'], '2': ['b'], '3': ['c'] })
    expect(nextSend(chosen)).toEqual({ '3': ['c'] })

    const saved = acknowledge(startSend(chosen), { revision: 5, savedAt: LATER })
    expect(saved).toMatchObject({ revision: 5, savedAt: LATER, pending: {}, inFlight: null })
    expect(nextSend(saved)).toBeNull()
  })

  test('while one save is under way no other is sent', () => {
    const sending = startSend(choose(workingOn(started), 3, ['c']))
    expect(nextSend(choose(sending, 4, ['d']))).toBeNull()
  })

  test('a choice changed while its save was under way is sent again', () => {
    const sending = startSend(choose(workingOn(started), 3, ['c']))
    const changed = choose(choose(sending, 3, ['x']), 4, ['d'])
    const saved = acknowledge(changed, { revision: 5, savedAt: LATER })
    expect(nextSend(saved)).toEqual({ '3': ['x'], '4': ['d'] })
  })

  test('taking an answer back is a choice like any other', () => {
    const cleared = choose(workingOn(started), 1, [])
    expect(nextSend(cleared)).toEqual({ '1': [] })
    expect(acknowledge(startSend(cleared), { revision: 5, savedAt: LATER }).pending).toEqual({})
  })

  test('an over attempt takes no choices', () => {
    const ended = finish(workingOn(started), 'ended')
    expect(choose(ended, 3, ['c'])).toBe(ended)
    expect(nextSend(ended)).toBeNull()
  })
})

describe('failures', () => {
  test('a save without a reply stays pending and is sent again together with newer choices', () => {
    const failed = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'network')
    expect(failed).toMatchObject({ trouble: 'network', failures: 1, inFlight: null })
    expect(nextSend(choose(failed, 4, ['d']))).toEqual({ '3': ['c'], '4': ['d'] })
  })

  test('a success forgets the trouble', () => {
    const failed = failSend(failSend(startSend(choose(workingOn(started), 3, ['c'])), 'server'), 'server')
    expect(acknowledge(startSend(failed), { revision: 5, savedAt: LATER })).toMatchObject({
      trouble: null,
      failures: 0,
    })
  })

  test('signed out: choices go on being taken and wait', () => {
    const signedOut = loseSession(startSend(choose(workingOn(started), 3, ['c'])))
    expect(signedOut.trouble).toBe('signed_out')
    expect(choose(signedOut, 4, ['d']).pending).toEqual({ '3': ['c'], '4': ['d'] })
  })

  test('a pulse that is answered ends the trouble with the network and with the session', () => {
    const pulse = { revision: 4, savedAt: SAVED_AT }
    const offline = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'network')
    expect(seePulse(offline, pulse)).toMatchObject({ trouble: null, failures: 0 })
    expect(seePulse(loseSession(startSend(choose(workingOn(started), 3, ['c']))), pulse).trouble).toBeNull()
  })

  test('a pulse says nothing about saves that the server can not store', () => {
    const failing = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'server')
    expect(seePulse(failing, { revision: 4, savedAt: SAVED_AT })).toMatchObject({
      trouble: 'server',
      failures: 1,
    })
  })

  test('being signed out outweighs other trouble, and no other trouble outweighs it', () => {
    const offline = noteTrouble(workingOn(started), 'network')
    expect(noteTrouble(offline, 'server').trouble).toBe('network')
    expect(noteTrouble(offline, 'signed_out').trouble).toBe('signed_out')
    expect(noteTrouble(noteTrouble(offline, 'signed_out'), 'network').trouble).toBe('signed_out')
  })
})

describe('a newer copy on the server', () => {
  const newer = { revision: 5, savedAt: LATER, answers: { '1': ['a'], '2': ['b'], '3': ['c'] } }

  test('our own save whose reply was lost is adopted silently', () => {
    const lost = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'network')
    const met = meetConflict(startSend(lost), newer)
    expect(met).toMatchObject({ phase: 'working', revision: 5, savedAt: LATER, pending: {}, trouble: null })
  })

  test('our own lost save is recognized although the choice was changed since', () => {
    const lost = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'network')
    const met = meetConflict(startSend(choose(lost, 3, ['x'])), newer)
    expect(met).toMatchObject({ phase: 'working', revision: 5, pending: { '3': ['x'] } })
    expect(met.answers['3']).toEqual(['x'])
    expect(nextSend(met)).toEqual({ '3': ['x'] })
  })

  test('a save that the browser repeated by itself is recognized too', () => {
    expect(meetConflict(startSend(choose(workingOn(started), 3, ['c'])), newer).phase).toBe('working')
  })

  test("another page's answers lead to the question who goes on, and nothing is thrown away", () => {
    const met = meetConflict(startSend(choose(workingOn(started), 3, ['x'])), newer)
    expect(met).toMatchObject({
      phase: 'elsewhere',
      pending: { '3': ['x'] },
      other: { answeredCount: 3, savedAt: LATER },
    })
    expect(nextSend(met)).toBeNull()
  })

  test('a copy two steps ahead is another page, whatever it holds', () => {
    const lost = failSend(startSend(choose(workingOn(started), 3, ['c'])), 'network')
    expect(meetConflict(startSend(lost), { ...newer, revision: 6 }).phase).toBe('elsewhere')
  })

  test('while elsewhere no choice is taken', () => {
    const met = meetConflict(startSend(choose(workingOn(started), 3, ['x'])), newer)
    expect(choose(met, 4, ['d'])).toBe(met)
  })

  test('taking over adopts the newer copy, puts the unsent choices on it and sends them', () => {
    const elsewhere = meetConflict(startSend(choose(workingOn(started), 3, ['x'])), newer)
    const adopted = meetConflict(startSend(takeOver(elsewhere)), {
      ...newer,
      revision: 7,
      answers: { ...newer.answers, '4': ['d'] },
    })
    expect(adopted.answers).toEqual({ '1': ['a'], '2': ['b'], '3': ['x'], '4': ['d'] })
    expect(adopted.revision).toBe(7)
    expect(nextSend(adopted)).toEqual({ '3': ['x'] })

    const done = acknowledge(startSend(adopted), { revision: 8, savedAt: LATER })
    expect(done).toMatchObject({ phase: 'working', isTakingOver: false, other: null, pending: {} })
  })

  test('taking over with nothing unsent sends an empty save, so that the other page learns of it', () => {
    const elsewhere = seePulse(workingOn(started), { revision: 5, savedAt: LATER })
    expect(nextSend(takeOver(elsewhere))).toEqual({})
  })

  test('a page at work can not take over from itself', () => {
    const working = workingOn(started)
    expect(takeOver(working)).toBe(working)
  })
})

describe('pulses', () => {
  test('a pulse that is ahead of an idle page means another page', () => {
    const seen = seePulse(workingOn(started), { revision: 5, savedAt: LATER })
    expect(seen).toMatchObject({ phase: 'elsewhere', other: { answeredCount: null, savedAt: LATER } })
  })

  test('a pulse that is ahead while a save is under way or waits proves nothing', () => {
    const ahead = { revision: 5, savedAt: LATER }
    const sending = startSend(choose(workingOn(started), 3, ['c']))
    expect(seePulse(sending, ahead).phase).toBe('working')
    expect(seePulse(failSend(sending, 'network'), ahead).phase).toBe('working')
  })

  test('a pulse of the same or an older revision changes nothing', () => {
    const working = workingOn(started)
    expect(seePulse(working, { revision: 4, savedAt: SAVED_AT })).toBe(working)
    expect(seePulse(working, { revision: 3, savedAt: SAVED_AT })).toBe(working)
  })
})

describe('opening the page', () => {
  test('an attempt that nobody worked on opens at once', () => {
    expect(openSync(untouched, null).phase).toBe('working')
  })

  test('an attempt begun on another device is asked about first, with the number of saved answers', () => {
    const opened = openSync(started, null)
    expect(opened).toMatchObject({ phase: 'asking', other: { answeredCount: 2, savedAt: SAVED_AT } })
    expect(nextSend(opened)).toBeNull()
    expect(nextSend(takeOver(opened))).toEqual({})
  })

  test('after a reload what was not acknowledged comes back and is sent', () => {
    const sending = startSend(choose(workingOn(started), 3, ['c']))
    const opened = openSync(started, keptAnswersOf(sending))
    expect(opened.answers['3']).toEqual(['c'])
    expect(nextSend(opened)).toEqual({ '3': ['c'] })
  })

  test('after a reload a save whose reply was never seen is recognized as our own', () => {
    const sending = startSend(choose(workingOn(started), 3, ['c']))
    const opened = openSync(
      { revision: 5, savedAt: LATER, answers: { ...started.answers, '3': ['c'] } },
      keptAnswersOf(sending),
    )
    expect(opened).toMatchObject({ phase: 'working', revision: 5 })
    expect(hasPending(opened)).toBe(false)
  })

  test('a page made before the last save of this browser catches up with it and takes it for nobody else', () => {
    const before = { revision: 3, savedAt: null, answers: { '1': ['a'] } }
    const opened = openSync(before, { revision: 4, pending: {}, unresolved: [] })
    expect(opened.phase).toBe('working')
    expect(seePulse(opened, { revision: 4, savedAt: SAVED_AT }).phase).toBe('working')
    expect(nextSend(opened)).toEqual({})

    const caughtUp = meetConflict(startSend(choose(opened, 3, ['c'])), started)
    expect(caughtUp).toMatchObject({ phase: 'working', revision: 4, pending: { '3': ['c'] } })
    expect(caughtUp.answers).toEqual({ '1': ['a'], '2': ['b'], '3': ['c'] })
  })

  test('a page that is behind its browser still notices somebody else', () => {
    const opened = openSync(
      { revision: 3, savedAt: null, answers: {} },
      { revision: 4, pending: {}, unresolved: [] },
    )
    expect(meetConflict(startSend(opened), { ...started, revision: 6 }).phase).toBe('elsewhere')
  })

  test('the last send of the page before may arrive after the reload, also when the choice is changed meanwhile', () => {
    const opened = openSync(started, keptAnswersOf(startSend(choose(workingOn(started), 3, ['c']))))
    const arrived = { revision: 5, savedAt: LATER, answers: { ...started.answers, '3': ['c'] } }
    expect(meetConflict(startSend(choose(opened, 3, ['x'])), arrived)).toMatchObject({
      phase: 'working',
      pending: { '3': ['x'] },
    })
  })

  test('a device that was overtaken while closed asks first and keeps its unsent choices for afterwards', () => {
    const kept = keptAnswersOf(choose(workingOn(started), 3, ['x']))
    const opened = openSync({ revision: 9, savedAt: LATER, answers: { '1': ['z'] } }, kept)
    expect(opened).toMatchObject({ phase: 'asking', other: { answeredCount: 1, savedAt: LATER } })
    expect(nextSend(takeOver(opened))).toEqual({ '3': ['x'] })
  })
})

test('hours of retries of the same choices are remembered as one', () => {
  let state = choose(workingOn(started), 3, ['c'])
  for (let tries = 0; tries < 500; tries++) state = failSend(startSend(state), 'network')
  expect(state.unresolved).toEqual([{ '3': ['c'] }])
})
