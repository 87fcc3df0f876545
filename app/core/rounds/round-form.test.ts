import { expect, test } from 'vitest'
import { readRoundForm } from './round-form.ts'
import type { RoundFormValues, RoundSettings } from './round-form.ts'
import {
  copiedRoundValues,
  newRoundValues,
  pickRoundFormValues,
  roundFormValuesOf,
} from './round-form-values.ts'

const PROMPT = 'Có bao nhiêu người trả lời đúng tất cả?'

const filledIn: RoundFormValues = {
  ...newRoundValues('bank', PROMPT),
  title: ' Đợt 1:  Những quy định chung ',
  opensAt: '2026-12-01T08:00',
  closesAt: '2026-12-14T17:00',
  'cell:chung:1': '5',
  'cell:chung:2': '',
  'cell:khen-thuong:3': '2',
}

function settingsOf(values: RoundFormValues): RoundSettings {
  const reading = readRoundForm(values)
  if (!reading.isComplete) throw new Error(JSON.stringify(reading.problems))

  return reading.settings
}

function problemsOf(changes: RoundFormValues): Readonly<Record<string, string>> {
  const reading = readRoundForm({ ...filledIn, ...changes })

  return reading.isComplete ? {} : reading.problems
}

test('a filled-in form says the settings of a round; times are Vietnam’s, the address comes from the title', () => {
  expect(settingsOf(filledIn)).toMatchObject({
    title: 'Đợt 1: Những quy định chung',
    slug: 'dot-1-nhung-quy-dinh-chung',
    opensAt: new Date('2026-12-01T01:00:00Z'),
    closesAt: new Date('2026-12-14T10:00:00Z'),
    durationMs: 15 * 60_000,
    attemptsAllowed: 3,
    blueprint: [
      { topic: 'chung', difficulty: 1, count: 5 },
      { topic: 'khen-thuong', difficulty: 3, count: 2 },
    ],
    shuffleQuestions: true,
    acceptsFlaggedQuestions: false,
    predictionPrompt: PROMPT,
  })
})

test('the board may be held back by whole hours: delayed numbers, hidden places', () => {
  expect(settingsOf(filledIn)).toMatchObject({ countersDelayMs: null, freezeBeforeMs: null })
  expect(
    settingsOf({ ...filledIn, countersDelayHours: '0', freezeBeforeHours: '24', freezeUntil: 'official' }),
  ).toMatchObject({ countersDelayMs: 0, freezeBeforeMs: 24 * 3_600_000, freezeUntil: 'official' })
  expect(settingsOf({ ...filledIn, freezeBeforeHours: '0' })).toMatchObject({ freezeBeforeMs: null })
  expect(problemsOf({ countersDelayHours: '721', freezeBeforeHours: 'một ngày' })).toEqual({
    countersDelayHours: 'hours_invalid',
    freezeBeforeHours: 'hours_invalid',
  })
})

test('settings and the form that shows them say the same', () => {
  const settings = settingsOf(filledIn)

  expect(settingsOf(roundFormValuesOf(settings))).toEqual(settings)
  const unlimited = { ...settings, attemptsAllowed: null, predictionKind: null, predictionPrompt: null }
  expect(settingsOf(roundFormValuesOf(unlimited))).toEqual(unlimited)
})

test('a new form names everything that is still missing, all at once', () => {
  const reading = readRoundForm(newRoundValues('', PROMPT))

  expect(reading).toEqual({
    isComplete: false,
    problems: {
      title: 'title_missing',
      slug: 'slug_invalid',
      opensAt: 'time_missing',
      closesAt: 'time_missing',
      bankId: 'bank_missing',
      blueprint: 'blueprint_empty',
    },
  })
})

test('an empty form is a form with mistakes', () => {
  const reading = readRoundForm({})

  expect(reading.isComplete).toBe(false)
})

test.each([
  [{ opensAt: '2026-02-30T08:00' }, { opensAt: 'time_invalid' }],
  [{ closesAt: '2026-12-01T08:00' }, { closesAt: 'closes_before_opens' }],
  [{ closesAt: '2036-12-01T08:00' }, { closesAt: 'window_too_long' }],
  [{ minutes: '0' }, { minutes: 'minutes_invalid' }],
  [{ minutes: '12,5' }, { minutes: 'minutes_invalid' }],
  [{ minutes: '601' }, { minutes: 'minutes_invalid' }],
  [
    { endRule: 'must_finish_before', closesAt: '2026-12-01T08:10' },
    { minutes: 'minutes_longer_than_window' },
  ],
  [{ attemptsAllowed: '' }, { attemptsAllowed: 'attempts_invalid' }],
  [{ attemptsAllowed: 'ba' }, { attemptsAllowed: 'attempts_invalid' }],
  [{ attemptsAllowed: 'ba', attemptsUnlimited: 'on' }, {}],
  [{ pointsPerQuestion: '0' }, { pointsPerQuestion: 'points_invalid' }],
  [{ predictionPrompt: ' ' }, { predictionPrompt: 'prompt_missing' }],
  [{ predictionPrompt: ' ', predictionKind: '' }, {}],
  [{ predictionKind: 'weather' }, { predictionKind: 'choose_one' }],
  [{ releaseAfterSubmission: 'key' }, { releaseAfterSubmission: 'release_too_early' }],
  [{ releaseAfterSubmission: 'key', kind: 'practice' }, {}],
  [{ predictionPrompt: ' ', kind: 'practice' }, {}],
  [{ rankingPolicy: '["score","score"]' }, { rankingPolicy: 'policy_invalid' }],
  [{ rankingPolicy: 'điểm' }, { rankingPolicy: 'policy_invalid' }],
  [{ slug: 'Đợt 1' }, { slug: 'slug_invalid' }],
  [{ 'cell:chung:1': '-1' }, { 'cell:chung:1': 'count_invalid' }],
  [{ 'cell:chung:1': '201' }, { 'cell:chung:1': 'count_invalid' }],
  [{ 'cell:chung:1': '150', 'cell:chung:2': '51' }, { blueprint: 'blueprint_too_long' }],
  [{ 'cell:chung:1': '0', 'cell:khen-thuong:3': '' }, { blueprint: 'blueprint_empty' }],
])('%j is answered with %j', (changes, problems) => {
  expect(problemsOf(changes as unknown as RoundFormValues)).toEqual(problems)
})

test('practice keeps no prediction, whatever was typed about one', () => {
  expect(settingsOf({ ...filledIn, kind: 'practice' })).toMatchObject({
    predictionKind: null,
    predictionPrompt: null,
  })
})

test('a copy has the same settings but no name, address or window of its own yet', () => {
  const copy = copiedRoundValues(roundFormValuesOf(settingsOf(filledIn)), 'Đợt 2')

  expect(readRoundForm(copy)).toEqual({
    isComplete: false,
    problems: { opensAt: 'time_missing', closesAt: 'time_missing' },
  })
  expect(settingsOf({ ...copy, opensAt: '2027-01-01T08:00', closesAt: '2027-01-02T08:00' })).toMatchObject({
    slug: 'dot-2',
    blueprint: settingsOf(filledIn).blueprint,
  })
})

test('of what is sent only the fields of the form are kept, and no text beyond its bound', () => {
  const values = pickRoundFormValues([
    ['title', 'Đợt 1'],
    ['settingsRevision', '3'],
    ['cell:chung:1', '5'],
    ['cell:chung:9', '5'],
    ['predictionPrompt', 'x'.repeat(9_000)],
    ['closesAt', 7],
    ['__proto__', 'x'],
  ])

  expect(values).toMatchObject({ title: 'Đợt 1', 'cell:chung:1': '5', closesAt: '' })
  expect(values).not.toHaveProperty('settingsRevision')
  expect(values).not.toHaveProperty('cell:chung:9')
  expect(values.predictionPrompt).toHaveLength(5_000)
})
