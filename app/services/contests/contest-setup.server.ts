import { dayOf } from '../../core/contests/contest-form.ts'
import type { ContestSettings } from '../../core/contests/contest-form.ts'
import { DomainError } from '../../core/domain-error.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import type { Contest } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { createContest, getCurrentContestId } from './contests.server.ts'
import { textChangesOf } from '../rounds/round-changes.ts'

/** A contest in the list of all, newest first. */
export type ContestListItem = {
  id: string
  slug: string
  title: string
  startsOn: Date | null
  endsOn: Date | null
  isCurrent: boolean
  roundCount: number
}

export async function listContests(): Promise<ContestListItem[]> {
  const [rows, currentId] = await Promise.all([
    db.contest.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: { _count: { select: { rounds: true } } },
    }),
    getCurrentContestId(),
  ])

  return rows.map(({ id, slug, title, startsOn, endsOn, _count }) => ({
    id,
    slug,
    title,
    startsOn,
    endsOn,
    isCurrent: id === currentId,
    roundCount: _count.rounds,
  }))
}

/** @throws DomainError not_found */
export async function requireContest(slug: string): Promise<Contest> {
  const contest = await db.contest.findUnique({ where: { slug } })
  if (!contest) throw new DomainError('not_found')

  return contest
}

export function contestSettingsOf(contest: Contest): ContestSettings {
  const { title, slug, organizerName, parentBody, issuingBody, place } = contest
  const { startsOn, endsOn, summary, rulesText, contactText, noticeVersion } = contest

  return {
    title,
    slug,
    organizerName,
    parentBody,
    issuingBody,
    place,
    startsOn: startsOn ? dayOf(startsOn) : '',
    endsOn: endsOn ? dayOf(endsOn) : '',
    summary,
    rulesText,
    contactText,
    noticeVersion,
  }
}

type CreateContest = { settings: ContestSettings; actorId: string; now: Date }

/**
 * Adds a contest. The first one is what the public pages are about at once; a later one waits until it is made the
 * current one, so that nobody sees it half set up.
 * @throws DomainError slug_taken
 */
export async function setUpContest({ settings, actorId, now }: CreateContest): Promise<void> {
  await refusingTakenSlug(() =>
    db.$transaction(async (tx) => {
      const currentId = await getCurrentContestId(tx)
      // Without a mark the newest one would take its place.
      if (currentId !== null)
        await tx.contest.updateMany({
          where: { id: currentId, currentSince: null },
          data: { currentSince: now },
        })
      await createContest({ ...columnsOf(settings), createdAt: now }, tx)
      await recordAudit(tx, {
        actorId,
        action: 'contest.create',
        subject: `contest:${settings.slug}`,
        details: { title: settings.title },
        now,
      })
    }),
  )
}

type UpdateContest = CreateContest & { slug: string; revision: number }

/** @throws DomainError not_found | slug_taken | settings_changed when somebody else saved since the form was opened */
export async function updateContest({
  slug,
  revision,
  settings,
  actorId,
  now,
}: UpdateContest): Promise<void> {
  const before = await requireContest(slug)
  await refusingTakenSlug(() =>
    db.$transaction(async (tx) => {
      const { count } = await tx.contest.updateMany({
        where: { id: before.id, revision },
        data: { ...columnsOf(settings), revision: { increment: 1 } },
      })
      if (count !== 1) throw new DomainError('settings_changed')
      await recordAudit(tx, {
        actorId,
        action: 'contest.update',
        subject: `contest:${settings.slug}`,
        details: { title: settings.title, changes: textChangesOf(contestSettingsOf(before), settings) },
        now,
      })
    }),
  )
}

/** Makes the public pages be about this contest. @throws DomainError not_found */
export async function makeContestCurrent(slug: string, actorId: string, now: Date): Promise<void> {
  const contest = await requireContest(slug)
  await db.$transaction(async (tx) => {
    const currentId = await getCurrentContestId(tx)
    if (currentId === contest.id) return
    await tx.contest.update({ where: { id: contest.id }, data: { currentSince: now } })
    await recordAudit(tx, {
      actorId,
      action: 'contest.make_current',
      subject: `contest:${slug}`,
      details: { title: contest.title, from: await titleOf(tx, currentId) },
      now,
    })
  })
}

async function titleOf(tx: Tx, id: string | null): Promise<string> {
  const contest = id === null ? null : await tx.contest.findUnique({ where: { id }, select: { title: true } })

  return contest?.title ?? ''
}

function columnsOf({ startsOn, endsOn, ...rest }: ContestSettings) {
  return {
    ...rest,
    startsOn: startsOn === '' ? null : new Date(`${startsOn}T00:00:00Z`),
    endsOn: endsOn === '' ? null : new Date(`${endsOn}T00:00:00Z`),
  }
}

async function refusingTakenSlug(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('slug_taken') : error
  }
}
