import type { AnnouncementInput } from '../../core/contests/announcement-form.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'

export type PublishAnnouncement = {
  contestId: string
  announcement: AnnouncementInput
  publishedById: string
  now: Date
}

/** Publishes an announcement of the organizers. @returns its id */
export async function publishAnnouncement({
  contestId,
  announcement,
  publishedById,
  now,
}: PublishAnnouncement): Promise<string> {
  return db.$transaction((tx) => addAnnouncement(tx, contestId, announcement, publishedById, now))
}

/** The same inside somebody else's transaction: an extension and its announcement come together or not at all. */
export async function addAnnouncement(
  tx: Tx,
  contestId: string,
  input: AnnouncementInput,
  publishedById: string,
  now: Date,
): Promise<string> {
  const content = contentOf(input, now)
  const { id } = await tx.announcement.create({
    data: { contestId, ...content, editedAt: now },
    select: { id: true },
  })
  await keepVersion(tx, { id, version: 1 }, content, publishedById, now)
  await recordAudit(tx, {
    actorId: publishedById,
    action: 'announcement.publish',
    subject: `announcement:${id}`,
    details: { title: content.title },
    now,
  })

  return id
}

export type EditAnnouncement = {
  announcementId: string
  /** The version the edit was made on. */
  version: number
  announcement: AnnouncementInput
  editedById: string
  now: Date
}

/**
 * Changes what an announcement says; what it said before is kept.
 * @throws DomainError announcement_not_found | announcement_withdrawn
 * @throws DomainError announcement_overtaken when somebody else has edited it since it was read
 */
export async function editAnnouncement(edit: EditAnnouncement): Promise<void> {
  const { announcementId: id, version, editedById, now } = edit
  await db.$transaction(async (tx) => {
    const content = contentOf(edit.announcement, now)
    const { count } = await tx.announcement.updateMany({
      where: { id, version, withdrawnAt: null },
      data: { ...content, version: version + 1, editedAt: now },
    })
    if (count === 0) throw await whyUntouched(tx, id)

    await keepVersion(tx, { id, version: version + 1 }, content, editedById, now)
    await recordAudit(tx, {
      actorId: editedById,
      action: 'announcement.edit',
      subject: `announcement:${id}`,
      details: { title: content.title, version: version + 1 },
      now,
    })
  })
}

export type WithdrawAnnouncement = { announcementId: string; withdrawnById: string; now: Date }

/**
 * Takes an announcement back: the public does not see it any more, the organizers keep it. Does nothing the second
 * time.
 * @throws DomainError announcement_not_found
 */
export async function withdrawAnnouncement({
  announcementId: id,
  withdrawnById,
  now,
}: WithdrawAnnouncement): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.announcement.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
    const found = await tx.announcement.findUnique({ where: { id }, select: { title: true } })
    if (!found) throw new DomainError('announcement_not_found')
    if (count === 0) return

    await recordAudit(tx, {
      actorId: withdrawnById,
      action: 'announcement.withdraw',
      subject: `announcement:${id}`,
      details: { title: found.title },
      now,
    })
  })
}

function contentOf(input: AnnouncementInput, now: Date) {
  return { ...input, visibleFrom: input.visibleFrom ?? now }
}

async function keepVersion(
  tx: Tx,
  { id, version }: { id: string; version: number },
  content: ReturnType<typeof contentOf>,
  editedById: string,
  now: Date,
): Promise<void> {
  await tx.announcementVersion.create({
    data: { announcementId: id, version, ...content, editedById, editedAt: now },
  })
}

async function whyUntouched(tx: Tx, id: string): Promise<DomainError> {
  const found = await tx.announcement.findUnique({ where: { id }, select: { withdrawnAt: true } })
  if (!found) return new DomainError('announcement_not_found')

  return new DomainError(found.withdrawnAt ? 'announcement_withdrawn' : 'announcement_overtaken')
}
