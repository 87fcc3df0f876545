import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AnnouncementSchema, normalizeParagraphs } from './announcement-form.ts'
import { announcementStatusOf, compareAnnouncements, excerptOf } from './announcement.ts'

const at = (time: string) => new Date(`2026-11-25T${time}:00+07:00`)
const times = { visibleFrom: at('08:00'), visibleUntil: at('10:00'), withdrawnAt: null }

test('an announcement is current from its first moment up to, but not at, its last', () => {
  expect(announcementStatusOf(times, new Date(at('08:00').getTime() - 1))).toBe('scheduled')
  expect(announcementStatusOf(times, at('08:00'))).toBe('current')
  expect(announcementStatusOf(times, new Date(at('10:00').getTime() - 1))).toBe('current')
  expect(announcementStatusOf(times, at('10:00'))).toBe('over')
  expect(announcementStatusOf({ ...times, visibleUntil: null }, at('23:00'))).toBe('current')
})

test('a withdrawn announcement is withdrawn at any time', () => {
  for (const time of ['07:00', '09:00', '11:00'])
    expect(announcementStatusOf({ ...times, withdrawnAt: at('09:00') }, at(time))).toBe('withdrawn')
})

test('the loudest announcement comes first, then the newest', () => {
  const info = { severity: 'info', visibleFrom: at('09:00') } as const
  const newerInfo = { severity: 'info', visibleFrom: at('10:00') } as const
  const urgent = { severity: 'urgent', visibleFrom: at('08:00') } as const

  expect([info, urgent, newerInfo].toSorted(compareAnnouncements)).toEqual([urgent, newerInfo, info])
})

const typed = {
  title: ' Gia hạn  đợt 2 ',
  text: 'Dòng một  \r\n\r\n\r\n\r\nDòng hai',
  severity: 'info',
  visibleFrom: '2026-11-25T08:00',
  visibleUntil: '',
  isOnEveryPage: true,
}

test('a form is read in Vietnam’s time, with its paragraphs kept and its spaces tidied', () => {
  expect(AnnouncementSchema.parse(typed)).toEqual({
    title: 'Gia hạn đợt 2',
    text: 'Dòng một\n\nDòng hai',
    severity: 'info',
    visibleFrom: at('08:00'),
    visibleUntil: null,
    isOnEveryPage: true,
  })
})

test('each mistake is told at its field', () => {
  const errorsOf = (change: object) =>
    Object.fromEntries(
      AnnouncementSchema.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [
        path.join('.'),
        message,
      ]) ?? [],
    )

  expect(errorsOf({ title: ' ', text: ' \n ' })).toEqual({ title: 'title_missing', text: 'text_missing' })
  expect(errorsOf({ title: 'a'.repeat(121), text: 'a'.repeat(2_001) })).toEqual({
    title: 'title_too_long',
    text: 'text_too_long',
  })
  expect(errorsOf({ visibleFrom: '2026-02-30T08:00' })).toEqual({ visibleFrom: 'time_invalid' })
  expect(errorsOf({ visibleUntil: '2026-11-25T08:00' })).toEqual({ visibleUntil: 'until_not_later' })
  expect(errorsOf({ severity: '' })).toEqual({ severity: 'severity_missing' })
})

test('tidying paragraphs twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', 'ế', '\t') }), (text) => {
      const once = normalizeParagraphs(text)

      expect(normalizeParagraphs(once)).toBe(once)
      expect(once).not.toMatch(/\n{3,}|^\s|\s$/)
    }),
  )
})

test('a short text is shown whole, a long one up to a word', () => {
  expect(excerptOf('Ngắn gọn')).toEqual({ excerpt: 'Ngắn gọn', isShortened: false })
  const { excerpt, isShortened } = excerptOf('bốn chữ '.repeat(60))
  expect(isShortened).toBe(true)
  expect(excerpt).toMatch(/(bốn|chữ) …$/)
  expect(excerpt.length).toBeLessThanOrEqual(242)
  expect(excerptOf('a'.repeat(300)).excerpt).toBe(`${'a'.repeat(240)} …`)
})
