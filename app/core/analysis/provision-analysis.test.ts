import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addAnswers,
  emptyUnitGroup,
  foldSmallGroups,
  mergeGroups,
  provisionsOf,
  rankProvisions,
} from './provision-analysis.ts'
import type { ProvisionAnswer, UnitGroupProvisions } from './provision-analysis.ts'

const RIGHT = { isAnswered: true, isRight: true }
const WRONG = { isAnswered: true, isRight: false }
const OPEN = { isAnswered: false, isRight: false }

function groupOf(label: string | null, papers: readonly (readonly ProvisionAnswer[])[]): UnitGroupProvisions {
  const group = emptyUnitGroup(label)
  for (const paper of papers) addAnswers(group, paper)

  return group
}

function peopleGroup(label: string | null, people: number): UnitGroupProvisions {
  return groupOf(
    label,
    Array.from({ length: people }, () => [{ citations: ['D1'], ...WRONG }]),
  )
}

test('citations name articles and clauses, each once however many points they cite', () => {
  expect(provisionsOf(['D21.1.a', 'D21.1.b', 'D21.2', 'D5', 'Phụ lục I'])).toEqual([
    'D21',
    'D21.1',
    'D21.2',
    'D5',
  ])
})

test('two questions on one article are one person with two answers', () => {
  const group = groupOf('Trường', [
    [
      { citations: ['D21.1.a'], ...RIGHT },
      { citations: ['D21.1.b', 'D21.2'], ...WRONG },
      { citations: ['D5'], ...OPEN },
    ],
  ])

  expect(group).toEqual({
    label: 'Trường',
    people: 1,
    provisions: {
      D21: { people: 1, shown: 2, unanswered: 0, wrong: 1 },
      'D21.1': { people: 1, shown: 2, unanswered: 0, wrong: 1 },
      'D21.2': { people: 1, shown: 1, unanswered: 0, wrong: 1 },
      D5: { people: 1, shown: 1, unanswered: 1, wrong: 0 },
    },
  })
})

test('articles come from the most to the least often answered wrong; open answers count for nothing', () => {
  const group = groupOf(
    null,
    Array.from({ length: 10 }, (_, index) => [
      { citations: ['D10'], ...(index < 4 ? WRONG : RIGHT) },
      { citations: ['D9.2'], ...(index < 4 ? WRONG : RIGHT) },
      { citations: ['D2'], ...(index < 2 ? WRONG : index < 6 ? OPEN : RIGHT) },
      { citations: ['D3'], ...OPEN },
      ...(index < 4 ? [{ citations: ['D4'], ...WRONG }] : []),
    ]),
  )

  expect(
    rankProvisions(group, null).map(({ provision, wrong, answered }) => [provision, wrong, answered]),
  ).toEqual([
    // Equal shares: in the order of the law. D3 was answered by nobody, D4 by four people only.
    ['D9', 4, 10],
    ['D10', 4, 10],
    ['D2', 2, 6],
  ])
  expect(rankProvisions(group, 'D9').map(({ provision }) => provision)).toEqual(['D9.2'])
})

test('a group of four people is shown with the rest', () => {
  const shown = foldSmallGroups([peopleGroup(null, 6), peopleGroup('Sở', 4), peopleGroup('Trường', 20)])

  expect(shown.map(({ label, people }) => [label, people])).toEqual([
    ['Trường', 20],
    [null, 10],
  ])
})

test('a rest too small to stand apart takes in the smallest group, so that nobody is found by subtraction', () => {
  const shown = foldSmallGroups([peopleGroup('Sở', 3), peopleGroup('Phòng', 9), peopleGroup('Trường', 20)])

  expect(shown.map(({ label, people }) => [label, people])).toEqual([
    ['Trường', 20],
    [null, 12],
  ])
})

test('whatever the groups, none is shown apart with fewer than five people, and nobody is lost', () => {
  const anyGroups = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(anyGroups, (sizes) => {
      const groups = sizes.map((size, index) => peopleGroup(index === 0 ? null : `Nhóm ${index}`, size))
      const shown = foldSmallGroups(groups)
      const all = sizes.reduce((sum, size) => sum + size, 0)

      expect(shown.reduce((sum, { people }) => sum + people, 0)).toBe(all)
      if (all >= 5) expect(shown.every(({ people }) => people >= 5)).toBe(true)
      else expect(shown.length).toBeLessThanOrEqual(1)
      expect(mergeGroups(shown, 'x')).toEqual(mergeGroups(groups, 'x'))
    }),
  )
})
