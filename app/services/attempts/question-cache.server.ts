import { dayOfDate, vietnamDayOf } from '../../core/calendar-day.ts'
import type { Candidate } from '../../core/attempts/paper.ts'
import { isValidOn } from '../../core/questions/question-content.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { keySelect, servedVersionSelect } from '../selects.server.ts'

/** A question as a paper shows it; options in the order of the version. */
export type ServedVersion = { id: string; stem: string; options: string[]; isMultiple: boolean }

export type VersionKey = { id: string; key: number[]; explanation: string; citations: string[] }

/**
 * Question versions never change, so what was read once is right for ever. The bound is far above the size of
 * any bank; it only keeps a process that lived through many banks from growing without end.
 */
const MAX_CACHED_VERSIONS = 20_000

const servedVersions = new Map<string, ServedVersion>()
const versionKeys = new Map<string, VersionKey>()

/** The questions of a paper by version id, without their keys. */
export async function getServedVersions(
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, ServedVersion>> {
  const missing = versionIds.filter((id) => !servedVersions.has(id))
  if (missing.length > 0) await loadVersions(missing)

  return pick(servedVersions, versionIds)
}

/** Keys, explanations and citations by version id. Callers are scoring and released results only. */
export async function getVersionKeys(
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, VersionKey>> {
  const missing = versionIds.filter((id) => !versionKeys.has(id))
  if (missing.length > 0) await loadVersions(missing)

  return pick(versionKeys, versionIds)
}

/** Only the versions' own keys, in the form the scoring rule takes; with a round's corrections: round-keys.server.ts. */
export async function getKeys(
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const keys = await getVersionKeys(versionIds)

  return new Map([...keys].map(([id, version]) => [id, version.key]))
}

/** How long a new import may stay unseen by new papers. */
const CANDIDATES_TTL_MS = 5_000

type CachedCandidates = { loadedAtMs: number; candidates: Promise<BankCandidate[]> }
/** A question of a bank that papers may draw. */
export type BankCandidate = Candidate & { questionId: string; isFlagged: boolean }

const candidatesByBank = new Map<string, CachedCandidates>()

/**
 * The questions of a bank that a paper may draw: the newest approved versions of questions that are not retired; those
 * flagged for review, or outside their days of validity, only when the round accepts them.
 */
export async function listCandidates(
  bankId: string,
  flagged: 'without_flagged' | 'with_flagged',
): Promise<BankCandidate[]> {
  const candidates = await cachedCandidates(bankId)

  return flagged === 'with_flagged' ? candidates : candidates.filter((candidate) => !candidate.isFlagged)
}

/** Forgets which questions a bank offers, after an import in this process. */
export function forgetCandidates(): void {
  candidatesByBank.clear()
}

function cachedCandidates(bankId: string): Promise<BankCandidate[]> {
  // The monotonic clock: a change of the wall clock must not freeze the cache.
  const nowMs = performance.now()
  const cached = candidatesByBank.get(bankId)
  if (cached && nowMs - cached.loadedAtMs < CANDIDATES_TTL_MS) return cached.candidates

  const candidates = loadCandidates(db, bankId, new Date())
  candidatesByBank.set(bankId, { loadedAtMs: nowMs, candidates })
  candidates.catch(() => candidatesByBank.delete(bankId))

  return candidates
}

/** The same, read now and inside somebody's transaction. */
export async function loadCandidates(
  client: Tx | typeof db,
  bankId: string,
  now: Date,
): Promise<BankCandidate[]> {
  const today = vietnamDayOf(now)
  const rows = await client.question.findMany({
    where: { bankId, retiredAt: null, currentVersion: { not: null } },
    select: {
      id: true,
      currentVersion: true,
      topic: { select: { code: true } },
      flags: { where: { clearedAt: null }, take: 1, select: { source: true } },
      versions: {
        where: { state: 'approved' },
        select: { id: true, version: true, difficulty: true, options: true, validFrom: true, validTo: true },
      },
    },
  })

  return rows.flatMap(({ id: questionId, currentVersion, topic, flags, versions }) => {
    const version = versions.find((candidate) => candidate.version === currentVersion)
    if (!version) return []
    const days = {
      validFrom: version.validFrom && dayOfDate(version.validFrom),
      validTo: version.validTo && dayOfDate(version.validTo),
    }

    return [
      {
        questionId,
        versionId: version.id,
        topic: topic.code,
        difficulty: version.difficulty,
        optionCount: version.options.length,
        isFlagged: flags.length > 0 || !isValidOn(today, days),
      },
    ]
  })
}

async function loadVersions(versionIds: readonly string[]): Promise<void> {
  if (servedVersions.size > MAX_CACHED_VERSIONS) {
    servedVersions.clear()
    versionKeys.clear()
  }
  const rows = await db.questionVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { ...servedVersionSelect, ...keySelect },
  })
  for (const row of rows) {
    servedVersions.set(row.id, {
      id: row.id,
      stem: row.stem,
      options: row.options,
      isMultiple: row.key.length > 1,
    })
    versionKeys.set(row.id, {
      id: row.id,
      key: row.key,
      explanation: row.explanation,
      citations: row.citations,
    })
  }
}

function pick<T>(cache: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> {
  return new Map(
    ids.map((id) => {
      const value = cache.get(id)
      if (value === undefined) throw new Error(`question version ${id} does not exist`)

      return [id, value]
    }),
  )
}
