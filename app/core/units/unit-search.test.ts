import { expect, test } from 'vitest'
import { createUnitSearch } from './unit-search.ts'

const UNITS = [
  'Trường Mầm non Hoa Đào 05',
  'Trường Tiểu học Kim Đồng 05',
  'Trường Tiểu học Lê Lợi 15',
  'Trường Trung học cơ sở Kim Đồng 05',
  'UBND xã Đức Thọ (cũ: Đức Yên)',
].map((name) => ({ name }))

const search = createUnitSearch(UNITS)

test.each([
  ['tieu hoc 05', [1]],
  ['Tiểu học', [1, 2]],
  ['05 tieu', [1]],
  ['truong th', [1, 2, 3]],
  ['thcs', [3]],
  ['mn 5', [0]],
  ['KIM ĐỒNG', [1, 3]],
  ['dong', [1, 3]],
  ['duc yen', [4]],
  ['(đức', [4]],
  ['tiểu'.normalize('NFD'), [1, 2]],
  ['tieu hoc hue', []],
])('"%s" finds the right units', (query, found) => {
  expect(search(query)).toEqual(found.map((index) => UNITS[index]))
})

test.each(['', '   ', '-'])('an empty query (%j) finds all units in their order', (query) => {
  expect(search(query)).toEqual(UNITS)
})
