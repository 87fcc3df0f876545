/** How loud an announcement is, from a note to what nobody may overlook. */
export const SEVERITIES = ['info', 'important', 'urgent'] as const
export type Severity = (typeof SEVERITIES)[number]

/** An announcement as the public reads it. */
export type ShownAnnouncement = {
  id: string
  /** Raised by an edit: whoever has put the announcement away sees it again. */
  version: number
  title: string
  /** Plain text; line breaks are kept. */
  text: string
  severity: Severity
  visibleFrom: Date
  editedAt: Date
}

/** An announcement as far as an open page needs it. */
export type PaperAnnouncement = Pick<ShownAnnouncement, 'id' | 'version' | 'title' | 'text' | 'severity'>

export type AnnouncementTimes = {
  /** Inclusive. */
  visibleFrom: Date
  /** Exclusive; null: no end. */
  visibleUntil: Date | null
  withdrawnAt: Date | null
}

export type AnnouncementStatus = 'scheduled' | 'current' | 'over' | 'withdrawn'

/** Where an announcement stands at one moment. */
export function announcementStatusOf(times: AnnouncementTimes, now: Date): AnnouncementStatus {
  if (times.withdrawnAt) return 'withdrawn'
  if (now < times.visibleFrom) return 'scheduled'

  return times.visibleUntil && now >= times.visibleUntil ? 'over' : 'current'
}

/** The loudest first, and of equally loud ones the newest. */
export function compareAnnouncements(
  a: Pick<ShownAnnouncement, 'severity' | 'visibleFrom'>,
  b: Pick<ShownAnnouncement, 'severity' | 'visibleFrom'>,
): number {
  return (
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    b.visibleFrom.getTime() - a.visibleFrom.getTime()
  )
}

/** A band above a page has room for so many characters. */
const EXCERPT_LENGTH = 240

/** The beginning of a text, cut between words where it is long. */
export function excerptOf(text: string): { excerpt: string; isShortened: boolean } {
  if (text.length <= EXCERPT_LENGTH) return { excerpt: text, isShortened: false }
  const cut = text.slice(0, EXCERPT_LENGTH)
  const lastSpace = cut.search(/\s\S*$/)

  return { excerpt: `${cut.slice(0, lastSpace > 0 ? lastSpace : EXCERPT_LENGTH)} …`, isShortened: true }
}
