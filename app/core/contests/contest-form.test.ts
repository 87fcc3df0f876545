import { expect, test } from 'vitest'
import { ContestFormSchema, DocumentLinkSchema } from './contest-form.ts'

const typed = {
  title: ' Cuộc thi  tìm hiểu Luật ',
  slug: '',
  organizerName: 'Ban Tổ chức',
  parentBody: 'UBND TỈNH MẪU',
  issuingBody: 'BAN TỔ CHỨC CUỘC THI',
  place: 'Mẫu Sơn',
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  summary: 'Dành cho cán bộ.\r\n\r\nVà người lao động. ',
  rulesText: '- Tự làm bài\r\n- Không nhờ người khác',
  contactText: '',
  noticeVersion: '2026-12',
}

test('a filled-in form: spaces are tidied, line breaks kept, the address comes from the title', () => {
  expect(ContestFormSchema.parse(typed)).toMatchObject({
    title: 'Cuộc thi tìm hiểu Luật',
    slug: 'cuoc-thi-tim-hieu-luat',
    summary: 'Dành cho cán bộ.\n\nVà người lao động.',
    rulesText: '- Tự làm bài\n- Không nhờ người khác',
  })
})

test('dates need not be announced', () => {
  expect(ContestFormSchema.safeParse({ ...typed, startsOn: '', endsOn: '' }).success).toBe(true)
  expect(ContestFormSchema.safeParse({ ...typed, startsOn: '' }).success).toBe(true)
})

test.each([
  [{ title: ' ' }, 'title', 'title_missing'],
  [{ title: 'x'.repeat(201) }, 'title', 'line_too_long'],
  [{ slug: 'Cuộc thi' }, 'slug', 'slug_invalid'],
  [{ organizerName: '' }, 'organizerName', 'organizer_missing'],
  [{ startsOn: '2026-02-30' }, 'startsOn', 'day_invalid'],
  [{ startsOn: '31/11/2026' }, 'startsOn', 'day_invalid'],
  [{ startsOn: '2027-01-01' }, 'endsOn', 'ends_before_starts'],
  [{ summary: '' }, 'summary', 'summary_missing'],
  [{ rulesText: 'x'.repeat(20_001) }, 'rulesText', 'text_too_long'],
  [{ noticeVersion: '' }, 'noticeVersion', 'notice_missing'],
  [{ noticeVersion: 'bản mới' }, 'noticeVersion', 'notice_invalid'],
])('%j is refused at %s: %s', (change, field, message) => {
  const issue = ContestFormSchema.safeParse({ ...typed, ...change }).error?.issues[0]

  expect([issue?.path.join('.'), issue?.message]).toEqual([field, message])
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://host/x', 'khong-phai-dia-chi', ''])(
  'a document can not lead to %j',
  (url) => {
    expect(DocumentLinkSchema.safeParse({ title: 'Kế hoạch', url }).success).toBe(false)
  },
)

test('a document may lead to any web address', () => {
  expect(
    DocumentLinkSchema.safeParse({ title: 'Kế hoạch', url: ' https://vi-du.gov.vn/ke-hoach.pdf ' }).success,
  ).toBe(true)
})
