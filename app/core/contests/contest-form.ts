import { z } from 'zod'
import { parseDay } from '#app/core/calendar-day.ts'
import { isSlug, slugOf } from '#app/core/slug.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

/** What an organizer sets about a contest. Dates are days, as text "2026-12-01"; empty when not announced. */
export type ContestSettings = {
  title: string
  slug: string
  organizerName: string
  parentBody: string
  issuingBody: string
  place: string
  startsOn: string
  endsOn: string
  summary: string
  rulesText: string
  contactText: string
  noticeVersion: string
}

const LINE_MAX_LENGTH = 200
const PARAGRAPH_MAX_LENGTH = 2_000
const RULES_MAX_LENGTH = 20_000

const line = z.string().transform(normalizeText).pipe(z.string().max(LINE_MAX_LENGTH, 'line_too_long'))

/** Line breaks are kept: they make paragraphs and lists. */
function paragraphs(max: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max, 'text_too_long'))
}

/** A day of the calendar, or nothing. */
const day = z.string().transform((typed, context) => {
  const parsed = typed.trim() === '' ? '' : parseDay(typed.trim())
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'day_invalid' })

  return z.NEVER
})

/** Messages are keys of the texts. An empty address is made from the title. */
export const ContestFormSchema = z
  .object({
    title: line.pipe(z.string().min(1, 'title_missing')),
    slug: z.string(),
    organizerName: line.pipe(z.string().min(1, 'organizer_missing')),
    parentBody: line,
    issuingBody: line,
    place: line,
    startsOn: day,
    endsOn: day,
    summary: paragraphs(PARAGRAPH_MAX_LENGTH).pipe(z.string().min(1, 'summary_missing')),
    rulesText: paragraphs(RULES_MAX_LENGTH),
    contactText: paragraphs(PARAGRAPH_MAX_LENGTH),
    noticeVersion: line.pipe(
      z
        .string()
        .min(1, 'notice_missing')
        .regex(/^[\w.-]{0,40}$/, 'notice_invalid'),
    ),
  })
  .transform((values) => ({ ...values, slug: values.slug.trim() || slugOf(values.title) }))
  .refine(({ slug }) => isSlug(slug), { path: ['slug'], error: 'slug_invalid' })
  .refine(({ startsOn, endsOn }) => startsOn === '' || endsOn === '' || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'ends_before_starts',
  })

export const CONTEST_FIELDS = [
  'title',
  'slug',
  'organizerName',
  'parentBody',
  'issuingBody',
  'place',
  'startsOn',
  'endsOn',
  'summary',
  'rulesText',
  'contactText',
  'noticeVersion',
] as const satisfies readonly (keyof ContestSettings)[]

/** A document that people can open: its name, and where it is when it is not a file of ours. */
export const DocumentLinkSchema = z.object({
  title: line.pipe(z.string().min(1, 'document_title_missing')),
  url: z
    .string()
    .trim()
    .max(2_000, 'url_invalid')
    // Nothing but web addresses: a link of another scheme would run where the organizers meant a document.
    .refine((url) => ['http:', 'https:'].includes(URL.parse(url)?.protocol ?? ''), 'url_invalid'),
})

export const DocumentTitleSchema = DocumentLinkSchema.pick({ title: true })

/** The day as the database and forms write it. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
