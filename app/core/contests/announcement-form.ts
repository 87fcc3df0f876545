import { z } from 'zod'
import { SEVERITIES } from './announcement.ts'
import { parseMoment } from '#app/core/typed-moment.ts'
import { normalizeText } from '#app/core/vietnamese-text.ts'

// Apart from what the public pages need of announcements: the paper does without Zod.

export const ANNOUNCEMENT_TITLE_MAX_LENGTH = 120
export const ANNOUNCEMENT_TEXT_MAX_LENGTH = 2_000

/** The form of an announcement. Times are typed in Vietnam's time; messages are keys of the texts. */
export const AnnouncementSchema = z
  .object({
    title: z
      .string()
      .transform(normalizeText)
      .pipe(z.string().min(1, 'title_missing').max(ANNOUNCEMENT_TITLE_MAX_LENGTH, 'title_too_long')),
    text: z
      .string()
      .transform(normalizeParagraphs)
      .pipe(z.string().min(1, 'text_missing').max(ANNOUNCEMENT_TEXT_MAX_LENGTH, 'text_too_long')),
    severity: z.enum(SEVERITIES, 'severity_missing'),
    /** Null when left empty: from now on, or without an end. */
    visibleFrom: z.string().transform(parseOptionalTime),
    visibleUntil: z.string().transform(parseOptionalTime),
    isOnEveryPage: z.boolean(),
  })
  .superRefine(({ visibleFrom, visibleUntil }, context) => {
    if (visibleFrom && visibleUntil && visibleUntil <= visibleFrom)
      context.addIssue({ code: 'custom', path: ['visibleUntil'], message: 'until_not_later' })
  })

export type AnnouncementInput = z.infer<typeof AnnouncementSchema>

function parseOptionalTime(text: string, context: z.RefinementCtx): Date | null {
  if (text.trim() === '') return null
  const instant = parseMoment(text)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: 'time_invalid' })

  return z.NEVER
}

/** Text in paragraphs, normalized: NFC, single spaces, no more than one empty line in a row. */
export function normalizeParagraphs(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(normalizeText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
