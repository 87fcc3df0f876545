import { beforeEach, expect, test } from 'vitest'
import { forgetKeptWork, forgetPastWork, readKeptWork, writeKeptWork } from './kept-work.ts'
import type { KeptStorage, KeptWork } from './kept-work.ts'
import { createStorage } from './simulated-exam.ts'

const paper = [
  {
    position: 1,
    stem: '',
    isMultiple: false,
    options: [
      { id: 'a1', text: '' },
      { id: 'a2', text: '' },
    ],
  },
  {
    position: 2,
    stem: '',
    isMultiple: true,
    options: [
      { id: 'b1', text: '' },
      { id: 'b2', text: '' },
    ],
  },
]

const work: KeptWork = {
  revision: 7,
  pending: { '2': ['b1', 'b2'] },
  unresolved: [{ '2': ['b1'] }],
  flagged: [2],
  prediction: '1.204',
  deadlineAt: '2026-11-23T03:00:00.000Z',
}

let storage: ReturnType<typeof createStorage>
beforeEach(() => {
  storage = createStorage()
})

test('what was kept comes back after a reload, each attempt by itself', () => {
  writeKeptWork(storage, 'one', work)
  expect(readKeptWork(storage, 'one', paper)).toEqual(work)
  expect(readKeptWork(storage, 'two', paper)).toBeNull()
})

test('nothing is left after the hand-in', () => {
  writeKeptWork(storage, 'one', work)
  forgetKeptWork(storage, 'one')
  expect(storage.items.size).toBe(0)
})

test.each(['', 'null', '7', '[]', '{', '{"format":99,"revision":7}', '{"format":1}'])(
  'an entry that is damaged or of another format counts as none: %s',
  (text) => {
    writeKeptWork(storage, 'one', work)
    const [key] = [...storage.items.keys()]
    storage.items.set(key!, text)
    expect(readKeptWork(storage, 'one', paper)).toBeNull()
  },
)

test('choices that the paper does not offer are left out', () => {
  const odd = {
    ...work,
    pending: { '1': ['a1', 'zz'], '2': ['b2'], '99': ['a1'], '3': 'b1' },
    flagged: [2, 99],
  } as unknown as KeptWork
  writeKeptWork(storage, 'one', odd)
  expect(readKeptWork(storage, 'one', paper)).toMatchObject({ pending: { '2': ['b2'] }, flagged: [2] })
})

test('work of attempts that ended more than an hour ago is dropped, other entries of the site stay', () => {
  storage.setItem('theme', 'dark')
  writeKeptWork(storage, 'past', { ...work, deadlineAt: '2026-11-23T01:59:59.000Z' })
  writeKeptWork(storage, 'recent', { ...work, deadlineAt: '2026-11-23T02:00:00.000Z' })
  storage.setItem('hoi-thi:bai-lam:damaged', '{')

  forgetPastWork(storage, Date.parse('2026-11-23T03:00:00.000Z'))

  expect([...storage.items.keys()]).toEqual(['theme', 'hoi-thi:bai-lam:recent'])
})

test('a browser that forbids storage lets the page work without it', () => {
  const forbidden: KeptStorage = {
    length: 1,
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('denied')
    },
    key: () => {
      throw new Error('denied')
    },
  }
  expect(readKeptWork(forbidden, 'one', paper)).toBeNull()
  expect(() => {
    writeKeptWork(forbidden, 'one', work)
    forgetKeptWork(forbidden, 'one')
    forgetPastWork(forbidden, 0)
    writeKeptWork(null, 'one', work)
  }).not.toThrow()
})
