import { expect, test } from 'vitest'
import {
  compareVietnameseNames,
  foldForSearch,
  givenNameOf,
  initialsOf,
  normalizeText,
} from './vietnamese-text.ts'

const NAME = 'Nguyễn Thị Đào'

test('text is stored composed, trimmed and with single spaces', () => {
  expect(normalizeText(`  ${NAME.normalize('NFD')} `)).toBe(NAME)
  expect(normalizeText('Nguyễn\u00a0 Thị\t\nĐào')).toBe(NAME)
})

test.each([
  ['Nguyễn Thị Đào', 'nguyen thi dao'],
  ['NGUYỄN THỊ ĐÀO', 'nguyen thi dao'],
  ['đường Đỗ Đức Dục', 'duong do duc duc'],
  ['ƯỚC ước ợ Ự', 'uoc uoc o u'],
  ['Y’Moan Êban', 'y’moan eban'],
  ['Sở Nội vụ – 2026', 'so noi vu – 2026'],
  ['', ''],
])('"%s" is found by "%s"', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded)
  expect(foldForSearch(text.normalize('NFD'))).toBe(folded)
})

test('a folded text is folded already', () => {
  expect(foldForSearch(foldForSearch(NAME))).toBe(foldForSearch(NAME))
})

test.each([
  ['Nguyễn Văn An', 'An'],
  ['  Nguyễn   Văn  An ', 'An'],
  ['Thạch', 'Thạch'],
  ['', ''],
])('the given name of "%s" is "%s"', (fullName, givenName) => {
  expect(givenNameOf(fullName)).toBe(givenName)
})

test.each([
  ['Nguyễn Văn An', 'N. V. A.'],
  ['đỗ thị ánh', 'Đ. T. Á.'],
  ['  Trần   Bình ', 'T. B.'],
  ['Ế Ớ'.normalize('NFD'), 'Ế. Ớ.'],
  ['Thạch', 'T.'],
])('"%s" is shown as "%s" without consent', (fullName, initials) => {
  expect(initialsOf(fullName)).toBe(initials)
})

test('invariant 12: names are listed by given name in the order of the Vietnamese alphabet, then by the whole name', () => {
  const sorted = [
    'Trần Văn An',
    'Nguyễn Thị Ánh',
    'Lê Văn Ân',
    'Bùi Thị Bình',
    'Nguyễn Văn Bình',
    'Lý Thị Dung',
    'Phạm Thị Đào',
    'Đỗ Văn Em',
    'Hà Thị Ơn',
    'Bế Văn Ước',
  ]

  expect([...sorted].reverse().sort(compareVietnameseNames)).toEqual(sorted)
})

test('a name typed with separate accents stands beside the same name typed composed', () => {
  expect(compareVietnameseNames(NAME, NAME.normalize('NFD'))).toBe(0)
})
