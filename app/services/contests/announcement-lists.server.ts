import { announcementStatusOf, compareAnnouncements } from '../../core/contests/announcement.ts'
import type {
  AnnouncementStatus,
  PaperAnnouncement,
  ShownAnnouncement,
} from '../../core/contests/announcement.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Announcement } from '../../db/generated/client.ts'
import { createShortCache } from '../short-cache.server.ts'

/** Read with every page and every pulse of an open paper, changed seldom. */
const ANNOUNCEMENTS_TTL_MS = 1_000

const published = createShortCache<Announcement[]>({ ttlMs: ANNOUNCEMENTS_TTL_MS, maxEntries: 20 })

/**
 * What stands on every page of the current contest now, the loudest first; at most a second old. The same for
 * everybody, so shared pages may show it.
 */
export async function listCurrentAnnouncements(now: Date): Promise<ShownAnnouncement[]> {
  const rows = await published.get('current', async () => {
    const contest = await db.contest.findFirst({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    })

    return contest ? loadPublished(contest.id) : []
  })

  return rows
    .filter((row) => row.isOnEveryPage && announcementStatusOf(row, now) === 'current')
    .map(toShown)
    .toSorted(compareAnnouncements)
}

/** The same as an open paper needs it. */
export async function listPaperAnnouncements(now: Date): Promise<PaperAnnouncement[]> {
  const announcements = await listCurrentAnnouncements(now)

  return announcements.map(({ id, version, title, text, severity }) => ({
    id,
    version,
    title,
    text,
    severity,
  }))
}

/** Everything a contest has announced up to now, except what was withdrawn; for the list of announcements. */
export async function listPublishedAnnouncements(contestId: string, now: Date): Promise<ShownAnnouncement[]> {
  const rows = await published.get(contestId, () => loadPublished(contestId))

  return rows.filter(({ visibleFrom }) => visibleFrom <= now).map(toShown)
}

function loadPublished(contestId: string): Promise<Announcement[]> {
  return db.announcement.findMany({
    where: { contestId, withdrawnAt: null },
    orderBy: [{ visibleFrom: 'desc' }, { id: 'desc' }],
    take: 500,
  })
}

function toShown(row: Announcement): ShownAnnouncement {
  const { id, version, title, text, severity, visibleFrom, editedAt } = row

  return { id, version, title, text, severity, visibleFrom, editedAt }
}

export type ListedAnnouncement = Announcement & { status: AnnouncementStatus }

/** Every announcement of a contest for its organizers, withdrawn ones too, newest first. */
export async function listAnnouncements(contestId: string, now: Date): Promise<ListedAnnouncement[]> {
  const rows = await db.announcement.findMany({
    where: { contestId },
    orderBy: [{ visibleFrom: 'desc' }, { id: 'desc' }],
  })

  return rows.map((row) => ({ ...row, status: announcementStatusOf(row, now) }))
}

/**
 * One announcement with everything it has said, newest first.
 * @throws DomainError announcement_not_found
 */
export async function requireAnnouncement(id: string, now: Date) {
  const row = await db.announcement.findUnique({
    where: { id },
    include: {
      versions: {
        orderBy: { version: 'desc' },
        include: { editedBy: { select: { fullName: true, loginName: true } } },
      },
    },
  })
  if (!row) throw new DomainError('announcement_not_found')

  return { ...row, status: announcementStatusOf(row, now) }
}
