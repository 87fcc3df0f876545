import { DomainError } from '../../core/domain-error.ts'
import { policyOf } from '../../core/ranking/ranking-policy.ts'
import { readRoundForm } from '../../core/rounds/round-form.ts'
import type { RoundFormReading, RoundFormValues, RoundSettings } from '../../core/rounds/round-form.ts'
import {
  copiedRoundValues,
  pickRoundFormValues,
  roundFormValuesOf,
} from '../../core/rounds/round-form-values.ts'
import { slugOf } from '../../core/slug.ts'
import { normalizeText } from '../../core/vietnamese-text.ts'
import { db } from '../../db/client.server.ts'
import { isUniqueViolation } from '../../db/errors.server.ts'
import { Prisma } from '../../db/generated/client.ts'
import { recordAudit } from '../audit.server.ts'
import { lockRound } from './decisions.server.ts'
import { changesOf } from './round-changes.ts'
import { parseRound } from './rounds.server.ts'

const DAY_MS = 24 * 60 * 60_000

/** The form of a round as it stands: what was typed last, whole or not. */
export type RoundForm = {
  values: RoundFormValues
  reading: RoundFormReading
  /** Whether what was typed is kept beside the settings because of its mistakes. */
  hasUnfinishedForm: boolean
}

export type SavedRound = { slug: string; isComplete: boolean }

/** @throws DomainError round_not_found */
export async function getRoundForm(slug: string): Promise<RoundForm> {
  const row = await db.round.findUnique({ where: { slug } })
  if (!row) throw new DomainError('round_not_found', { slug })
  const values = typedIn(row.draftForm) ?? roundFormValuesOf(parseRound(row))

  return {
    values,
    reading: await checkRoundForm(values, row.id),
    hasUnfinishedForm: row.draftForm !== null,
  }
}

/** Slugs of a contest's drafts whose form still has mistakes: their settings are placeholders. */
export async function listUnfinishedDrafts(contestId: string): Promise<string[]> {
  const rows = await db.round.findMany({
    where: { contestId, scheduledAt: null, draftForm: { not: Prisma.DbNull } },
    select: { slug: true },
  })

  return rows.map(({ slug }) => slug)
}

/**
 * Reads the form, and what only the database knows: whether the address is free and the bank exists.
 * @param roundId whose form it is; null for a new one
 */
export async function checkRoundForm(
  values: RoundFormValues,
  roundId: string | null,
): Promise<RoundFormReading> {
  const slug = values.slug?.trim() || slugOf(values.title ?? '')
  const reading = readRoundForm(values)
  const [taken, bank] = await Promise.all([
    db.round.findUnique({ where: { slug }, select: { id: true } }),
    db.questionBank.findUnique({ where: { id: values.bankId ?? '' }, select: { id: true } }),
  ])
  const problems: Record<string, string> = reading.isComplete ? {} : { ...reading.problems }
  if (taken && taken.id !== roundId) problems.slug ??= 'slug_taken'
  if (!bank) problems.bankId ??= 'bank_missing'

  return Object.keys(problems).length > 0 ? { isComplete: false, problems } : reading
}

type CreateDraft = { contestId: string; values: RoundFormValues; actorId: string; now: Date }

/**
 * Starts a draft with whatever was typed; only a title is needed.
 * @throws DomainError invalid_input without a title, or without any question bank
 */
export async function createRoundDraft({
  contestId,
  values,
  actorId,
  now,
}: CreateDraft): Promise<SavedRound> {
  const title = normalizeText(values.title ?? '')
  const bank = await db.questionBank.findFirst({ orderBy: { title: 'asc' }, select: { id: true } })
  if (title === '' || !bank) throw new DomainError('invalid_input')
  const reading = await checkRoundForm(values, null)
  const settings = reading.isComplete
    ? reading.settings
    : { ...placeholders(now), title, bankId: bank.id, slug: await freeSlugFor(title) }

  await db.$transaction(async (tx) => {
    await tx.round.create({
      data: { ...settings, contestId, draftForm: reading.isComplete ? Prisma.DbNull : values },
    })
    await recordAudit(tx, {
      actorId,
      action: 'round.create',
      subject: `round:${settings.slug}`,
      details: { title },
      now,
    })
  })

  return { slug: settings.slug, isComplete: reading.isComplete }
}

type SaveDraft = { slug: string; revision: number; values: RoundFormValues; actorId: string; now: Date }

/**
 * Saves what was typed, whole or not: settings without mistakes become the round's, anything else is kept as typed.
 * @throws DomainError round_not_found | settings_locked once it is scheduled | settings_changed when somebody else saved
 * since the form was opened | slug_taken when somebody else took the address in the same moment
 */
export async function saveRoundDraft({
  slug,
  revision,
  values,
  actorId,
  now,
}: SaveDraft): Promise<SavedRound> {
  const { id } = await requireId(slug)
  const reading = await checkRoundForm(values, id)
  try {
    return await db.$transaction(async (tx) => {
      const before = await lockRound(tx, slug)
      if (before.scheduledAt) throw new DomainError('settings_locked')
      if (before.settingsRevision !== revision) throw new DomainError('settings_changed')
      const saved = reading.isComplete ? reading.settings : unfinished(values, before.title)
      await tx.round.update({
        where: { id, scheduledAt: null, settingsRevision: revision },
        data: {
          ...saved,
          draftForm: reading.isComplete ? Prisma.DbNull : values,
          settingsRevision: { increment: 1 },
        },
      })
      const savedSlug = reading.isComplete ? reading.settings.slug : slug
      await recordAudit(tx, {
        actorId,
        action: 'round.update',
        subject: `round:${savedSlug}`,
        details: {
          title: saved.title,
          changes: reading.isComplete ? changesOf(before, reading.settings) : [],
          isComplete: reading.isComplete,
        },
        now,
      })

      return { slug: savedSlug, isComplete: reading.isComplete }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new DomainError('slug_taken') : error
  }
}

/**
 * Starts a draft with the settings of another round, in the same contest.
 * @throws DomainError round_not_found
 */
export async function copyRound(
  slug: string,
  title: string,
  actorId: string,
  now: Date,
): Promise<SavedRound> {
  const { contestId } = await requireId(slug)
  const { values } = await getRoundForm(slug)

  return createRoundDraft({ contestId, values: copiedRoundValues(values, title), actorId, now })
}

/**
 * Deletes a draft for good, with decisions about a time when it was scheduled; the audit log keeps them.
 * @throws DomainError round_not_found | settings_locked once it is scheduled
 */
export async function deleteRoundDraft(slug: string, actorId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const round = await lockRound(tx, slug)
    if (round.scheduledAt) throw new DomainError('settings_locked')
    await tx.decision.deleteMany({ where: { roundId: round.id } })
    await tx.round.delete({ where: { id: round.id, scheduledAt: null } })
    await recordAudit(tx, {
      actorId,
      action: 'round.delete',
      subject: `round:${slug}`,
      details: { title: round.title },
      now,
    })
  })
}

function typedIn(draftForm: unknown): RoundFormValues | null {
  return typeof draftForm === 'object' && draftForm !== null
    ? pickRoundFormValues(Object.entries(draftForm))
    : null
}

async function requireId(slug: string): Promise<{ id: string; contestId: string }> {
  const found = await db.round.findUnique({ where: { slug }, select: { id: true, contestId: true } })
  if (!found) throw new DomainError('round_not_found', { slug })

  return found
}

/** What stands in the columns of a draft that never had settings without mistakes; a round can't be scheduled with it. */
function placeholders(now: Date): Omit<RoundSettings, 'title' | 'slug' | 'bankId'> {
  return {
    kind: 'ranked',
    opensAt: new Date(now.getTime() + 30 * DAY_MS),
    closesAt: new Date(now.getTime() + 31 * DAY_MS),
    durationMs: 15 * 60_000,
    attemptsAllowed: 1,
    endRule: 'must_start_before',
    shuffleQuestions: true,
    shuffleOptions: true,
    pointsPerQuestion: 1,
    blueprint: [],
    acceptsFlaggedQuestions: false,
    predictionKind: null,
    predictionPrompt: null,
    releaseAfterSubmission: 'nothing',
    releaseAfterClose: 'nothing',
    rankingPolicy: policyOf('score', 'duration', 'ended_at'),
    countersDelayMs: null,
    freezeBeforeMs: null,
    freezeUntil: 'provisional',
  }
}

/** Lists show a draft by the title that was typed last. */
function unfinished(values: RoundFormValues, titleBefore: string): { title: string } {
  return { title: normalizeText(values.title ?? '').slice(0, 200) || titleBefore }
}

/** An address nobody has, near to the title. */
async function freeSlugFor(title: string): Promise<string> {
  const base = slugOf(title).slice(0, 50).replace(/-$/, '') || 'dot'
  const rows = await db.round.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
  const taken = new Set(['moi', ...rows.map(({ slug }) => slug)])
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
