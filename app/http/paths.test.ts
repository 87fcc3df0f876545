import { expect, test } from 'vitest'
import { consoleSectionOf, ownPathOr, paths, returnAddressOf, withReturnAddress } from './paths.ts'

test.each(['/', '/dot-thi/dot-2', '/bang-xep-hang?trang=2&tim=an#p-7'])('%s is led on to', (path) => {
  expect(ownPathOr(path, '/khac')).toBe(path)
})

test.each([
  null,
  '',
  'dot-thi',
  'https://la.example/',
  '//la.example',
  '/\\la.example',
  '/\t/la.example',
  '/\n/la.example',
  '/.//la.example',
  '/a/..//la.example',
  'javascript:alert(1)',
])('%j leads nowhere but to the fallback', (candidate) => {
  expect(ownPathOr(candidate, '/khac')).toBe('/khac')
})

test('letters that a Location header cannot carry are encoded', () => {
  expect(ownPathOr('/dot-thi/đợt?tìm=ă', '/')).toBe('/dot-thi/%C4%91%E1%BB%A3t?t%C3%ACm=%C4%83')
})

test('a return address survives the way through the sign-in page', () => {
  const address = withReturnAddress('/dang-nhap', '/dot-thi/dot-2?x=1&y=2')

  expect(returnAddressOf(new Request(`http://localhost${address}`))).toBe('/dot-thi/dot-2?x=1&y=2')
  expect(withReturnAddress('/dang-nhap', null)).toBe('/dang-nhap')
})

/** The ways back of a page end at its section. */
test.each([
  ['/to-chuc', paths.organizer],
  ['/to-chuc/', paths.organizer],
  ['/to-chuc/dot-thi/dot-1', paths.organizer],
  ['/to-chuc/dot-thi/dot-1/truc-tiep', paths.organizer],
  ['/to-chuc/dot-thi/dot-1/tong-ket', paths.organizer],
  ['/to-chuc/dot-thi/dot-1/phan-tich/cau-hoi/1', paths.organizer],
  ['/to-chuc/dot-thi/moi', paths.contests],
  ['/to-chuc/dot-thi/dot-1/cau-hinh', paths.contests],
  ['/to-chuc/dot-thi/dot-1/de-thu', paths.contests],
  ['/to-chuc/cuoc-thi/2026/xep-hang', paths.contests],
  ['/to-chuc/don-vi/nhap/1', paths.units],
  ['/to-chuc/nguoi-du-thi/trung', paths.people],
  ['/to-chuc/cau-hoi/ngan-hang/A-1/sua', paths.questions],
  ['/to-chuc/thong-bao/1', paths.organizerAnnouncements],
  ['/to-chuc/khieu-nai/7', paths.complaints],
  ['/to-chuc/nhan-su', paths.staff],
  ['/to-chuc/nhat-ky', paths.auditLog],
])('%s belongs to the section %s', (pathname, section) => {
  expect(consoleSectionOf(pathname)).toBe(section)
})
