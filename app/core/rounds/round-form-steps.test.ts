import { expect, test } from 'vitest'
import { policyOf } from '#app/core/ranking/ranking-policy.ts'
import {
  afterStep,
  criterionField,
  intentOf,
  policyDraftOf,
  policyField,
  readRoundForm,
  stepOf,
} from './round-form-steps.ts'
import type { RoundFormStep } from './round-form-steps.ts'

const POLICY = JSON.stringify(policyOf('score', 'duration', 'ended_at'))
const BY = (json: string | undefined) => policyDraftOf(json ?? '')?.criteria.map(({ by }) => by)

function after(step: RoundFormStep, fields: Record<string, string> = {}, values = { rankingPolicy: POLICY }) {
  return afterStep(values, {
    step,
    fieldOf: (name) => fields[name] ?? '',
    otherRounds: [{ slug: 'dot-1', cells: { 'cell:chung:1': '7' } }],
  })
}

test('a criterion moves one place, and no further than the ends', () => {
  expect(BY(after({ kind: 'move_up', criterion: 'ended_at' }).rankingPolicy)).toEqual([
    'score',
    'ended_at',
    'duration',
  ])
  expect(BY(after({ kind: 'move_down', criterion: 'score' }).rankingPolicy)).toEqual([
    'duration',
    'score',
    'ended_at',
  ])
  expect(after({ kind: 'move_up', criterion: 'score' }).rankingPolicy).toBe(POLICY)
  expect(after({ kind: 'move_down', criterion: 'ended_at' }).rankingPolicy).toBe(POLICY)
})

test('a criterion is added once and removed; the last one stays', () => {
  expect(BY(after({ kind: 'add' }, { 'policy:add': 'lot' }).rankingPolicy)?.at(-1)).toBe('lot')
  expect(after({ kind: 'add' }, { 'policy:add': 'score' }).rankingPolicy).toBe(POLICY)
  expect(after({ kind: 'add' }).rankingPolicy).toBe(POLICY)
  expect(BY(after({ kind: 'remove', criterion: 'duration' }).rankingPolicy)).toEqual(['score', 'ended_at'])
  const only = { rankingPolicy: JSON.stringify(policyOf('score')) }
  expect(after({ kind: 'remove', criterion: 'score' }, {}, only)).toEqual(only)
})

test('a policy that is not right yet can still be moved right', () => {
  const lotFirst = {
    ...policyOf('lot'),
    criteria: policyOf('lot').criteria.concat(policyOf('score').criteria),
  }
  const moved = after(
    { kind: 'move_down', criterion: 'lot' },
    {},
    { rankingPolicy: JSON.stringify(lotFirst) },
  )
  expect(BY(moved.rankingPolicy)).toEqual(['score', 'lot'])
})

test('the numbers of another round take the place of all that were typed', () => {
  const typed = { rankingPolicy: POLICY, title: 'Đợt 2', 'cell:chung:1': '3', 'cell:chung:2': '9' }
  expect(after({ kind: 'copy_blueprint' }, { copyBlueprint: 'dot-1' }, typed)).toEqual({
    ...typed,
    'cell:chung:1': '7',
    'cell:chung:2': '',
  })
  expect(after({ kind: 'copy_blueprint' }, { copyBlueprint: '' }, typed)).toEqual(typed)
})

test('every step is what its button says, and no other button is a step', () => {
  const steps: RoundFormStep[] = [
    { kind: 'move_up', criterion: 'score' },
    { kind: 'move_down', criterion: 'lot' },
    { kind: 'remove', criterion: 'duration' },
    { kind: 'add' },
    { kind: 'copy_blueprint' },
  ]
  for (const step of steps) expect(stepOf(intentOf(step))).toEqual(step)
  for (const intent of ['save', 'schedule', 'step:', 'step:move_up:nothing', 'step:fly:score'])
    expect(stepOf(intent)).toBeNull()
})

test('selects of the policy say what the hidden policy does not know yet; nonsense changes nothing', () => {
  const chosen = readRoundForm([
    ['title', 'Đợt 1'],
    ['rankingPolicy', POLICY],
    [policyField('counts'), 'last'],
    [criterionField('duration', 'precisionMs'), '1000'],
    [criterionField('ended_at', 'direction'), 'higher'],
  ])
  expect(policyDraftOf(chosen.rankingPolicy ?? '')).toMatchObject({
    counts: 'last',
    criteria: [
      { by: 'score' },
      { by: 'duration', precisionMs: 1_000 },
      { by: 'ended_at', direction: 'higher' },
    ],
  })
  const nonsense = readRoundForm([
    ['rankingPolicy', POLICY],
    [policyField('counts'), 'all'],
  ])
  expect(nonsense.rankingPolicy).toBe(POLICY)
  expect(readRoundForm([['rankingPolicy', '{"criteria": 3}']]).rankingPolicy).toBe('{"criteria": 3}')
})
