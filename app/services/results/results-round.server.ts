import { createHmac } from 'node:crypto'
import { canonicalJson } from '../../core/results/canonical-json.ts'
import { declaredAtOf } from '../../core/closing/closing.ts'
import { ranksOf } from '../../core/ranking/ranking.ts'
import type { KeyCorrection } from '../../core/regrades/regrade.ts'
import type {
  ResultsAttempt,
  ResultsQuestion,
  ResultsRound,
  ResultsStanding,
} from '../../core/results/results-file.ts'
import { createListHash, hashOfList, resultsHashOf } from '../../core/results/results-hashes.ts'
import { countedAttemptOf, standingOf } from '../../core/results/results-rules.ts'
import type { Tx } from '../../db/client.server.ts'
import { getKeys } from '../attempts/question-cache.server.ts'
import { getQuestionSet } from '../questions/question-sets.server.ts'
import { attemptOf, loadAttempts } from './results-attempts.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { createSha256 } from '../sha256.server.ts'

/** People per read: between two reads everybody else gets their turn. */
const CHUNK = 500

/** A pseudonym says nothing without the salt, which never leaves the process that makes the files. */
export function pseudonymOf(salt: string, participantId: string): string {
  return createHmac('sha256', salt).update(participantId).digest('hex').slice(0, 16)
}

/** A round read for a file, without its attempts. */
export type ReadRound = {
  /** With empty lists of attempts and unit standings, and no awards. */
  round: ResultsRound & { questions: ResultsQuestion[] }
  rows: { participantId: string; pseudonym: string; attemptId: string | null; rank: number }[]
}

type Reading = { tx: Tx; round: Round; salt: string; codeOfUnit: ReadonlyMap<string, string> }

/**
 * Everything of a settled round but its awards and units, read in chunks inside one transaction.
 * @param writeAttempts given the attempts as canonical JSON, some hundred at a time, in the order of the file: a hundred
 * thousand papers are never in memory together
 */
export async function readRound(
  reading: Reading,
  writeAttempts: (texts: readonly string[]) => Promise<void>,
): Promise<ReadRound> {
  const { tx, round } = reading
  const questions = await openQuestionList(round)
  const shell = await shellOf(reading)
  const people = (await listPeople(reading)).sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  const attemptsHash = createListHash(createSha256)
  const keyed: KeyedStanding[] = []
  for (let from = 0; from < people.length; from += CHUNK) {
    const chunk = people.slice(from, from + CHUNK)
    const ids = chunk.map(({ participantId }) => participantId)
    const attempts = Map.groupBy(await loadAttempts(tx, round.id, ids), (attempt) => attempt.participantId)
    const standings = await loadStandings(tx, round.id, chunk)
    const texts: string[] = []
    for (const person of chunk) {
      const own = (attempts.get(person.participantId) ?? []).map((attempt) =>
        attemptOf(attempt, person.pseudonym, questions.placeOf),
      )
      for (const attempt of own) texts.push(canonicalJson(attempt))
      const row = standings.get(person.participantId)
      if (row) keyed.push(standingRow(shell, person, row, own, reading.codeOfUnit))
    }
    for (const text of texts) attemptsHash.addText(text)
    await writeAttempts(texts)
  }
  const ranked = rankByStoredKey(keyed)
  const standings = ranked.map(({ standing }) => standing)
  const listed = await questions.list(tx)
  const corrections = await loadCorrections(tx, round.id)

  return {
    round: {
      ...shell,
      corrections: corrections.map(({ versionId, kind, options }) => ({
        question: questions.placeOf(versionId),
        kind,
        options: [...options],
      })),
      lots: lotsOf(people),
      rejected: people.filter(({ isRejected }) => isRejected).map(({ pseudonym }) => pseudonym),
      questions: listed,
      standings,
      hashes: {
        questions: hashOfList(createSha256, listed),
        attempts: attemptsHash.hex(),
        results: resultsHashOf(createSha256, standings),
      },
    },
    rows: ranked.map(({ participantId, attemptId, standing }) => ({
      participantId,
      attemptId,
      pseudonym: standing.participant,
      rank: standing.rank,
    })),
  }
}

function lotsOf(people: Awaited<ReturnType<typeof listPeople>>): ResultsRound['lots'] {
  return people.flatMap(({ pseudonym, lot }) =>
    lot === null ? [] : [{ participant: pseudonym, number: lot }],
  )
}

type Shell = Omit<ResultsRound, 'corrections' | 'lots' | 'rejected' | 'questions' | 'standings' | 'hashes'>

async function shellOf({ tx, round }: Reading): Promise<Shell> {
  const groups = await tx.exclusion.groupBy({
    by: ['kind'],
    where: { roundId: round.id, liftedAt: null },
    _count: true,
    orderBy: { kind: 'asc' },
  })
  const { settingsDocument, settingsFingerprint, predictionFacts: facts } = round

  return {
    slug: round.slug,
    title: round.title,
    officialAt: declaredAtOf(round)?.toISOString() ?? null,
    correctedAt: round.correctedAt?.toISOString() ?? null,
    settings: {
      opensAt: round.opensAt.toISOString(),
      closesAt: round.closesAt.toISOString(),
      durationMs: round.durationMs,
      attemptsAllowed: round.attemptsAllowed,
      endRule: round.endRule,
      pointsPerQuestion: round.pointsPerQuestion,
      predictionKind: round.predictionKind,
      rankingPolicy: round.rankingPolicy,
    },
    fingerprint:
      settingsDocument !== null && settingsFingerprint !== null
        ? { document: settingsDocument, sha256: settingsFingerprint }
        : null,
    facts: {
      people: facts?.people ?? 0,
      peopleAllRight: facts?.peopleAllRight ?? 0,
      attempts: facts?.attempts ?? 0,
      excluded: facts?.excluded ?? 0,
      computedAt: (facts?.computedAt ?? round.settledAt ?? round.closesAt).toISOString(),
    },
    predictionTruth: round.predictionTruth === null ? null : Number(round.predictionTruth),
    exclusions: groups.map(({ kind, _count }) => ({ kind, count: _count })),
    prizes: round.prizes,
    awards: [],
    attempts: [],
    unitStandings: [],
  }
}

type PersonInRound = { participantId: string; pseudonym: string; lot: number | null; isRejected: boolean }

/** Everybody with a counted attempt, without those who are excluded. */
async function listPeople({ tx, round, salt }: Reading): Promise<PersonInRound[]> {
  const rows = await tx.$queryRaw<{ participant_id: string; lot: number | null; is_rejected: boolean }[]>`
    SELECT people.participant_id, l.number AS lot, coalesce(i.verdict = 'rejected', false) AS is_rejected
    FROM (SELECT DISTINCT participant_id FROM attempt WHERE round_id = ${round.id} AND status <> 'running') people
    LEFT JOIN exclusion e
      ON e.round_id = ${round.id} AND e.participant_id = people.participant_id AND e.lifted_at IS NULL
    LEFT JOIN lot l ON l.round_id = ${round.id} AND l.participant_id = people.participant_id
    LEFT JOIN identity_check i ON i.round_id = ${round.id} AND i.participant_id = people.participant_id
    WHERE e.id IS NULL`

  return rows.map(({ participant_id: participantId, lot, is_rejected: isRejected }) => ({
    participantId,
    pseudonym: pseudonymOf(salt, participantId),
    lot,
    isRejected,
  }))
}

/** Those in force, in their order. */
async function loadCorrections(tx: Tx, roundId: string): Promise<KeyCorrection[]> {
  const regrades = await tx.regrade.findMany({
    where: { roundId, appliedAt: { not: null } },
    orderBy: [{ appliedAt: 'asc' }, { id: 'asc' }],
    select: { corrections: { orderBy: { questionVersionId: 'asc' } } },
  })

  return regrades.flatMap(({ corrections }) =>
    corrections.map(({ questionVersionId: versionId, kind, options }) => ({ versionId, kind, options })),
  )
}

async function loadStandings(tx: Tx, roundId: string, people: readonly PersonInRound[]) {
  const rows = await tx.standing.findMany({
    where: { boardId: roundId, participantId: { in: people.map(({ participantId }) => participantId) } },
    include: { attempt: { select: { number: true } } },
  })

  return new Map(rows.map((row) => [row.participantId, row]))
}
type StoredStanding = NonNullable<
  Awaited<ReturnType<typeof loadStandings>> extends Map<string, infer T> ? T : never
>

type KeyedStanding = {
  participantId: string
  attemptId: string | null
  sortKey: string
  standing: Omit<ResultsStanding, 'rank'>
}

/** The stored row; only which side of the truth the guess lies on is told by the attempts, for no row keeps it. */
function standingRow(
  shell: Shell,
  { participantId, pseudonym, lot }: PersonInRound,
  row: StoredStanding,
  attempts: readonly ResultsAttempt[],
  codeOfUnit: ReadonlyMap<string, string>,
): KeyedStanding {
  const person = { participant: pseudonym, unit: (row.unitId && codeOfUnit.get(row.unitId)) || null, lot }
  const byRule = standingOf(
    shell,
    person,
    attempts.map((attempt) => countedAttemptOf(attempt, null)),
  )
  const distance = row.predictionDistance === null ? null : Number(row.predictionDistance)
  const isUnder = (byRule?.predictionOffset ?? 0) < 0

  return {
    participantId,
    attemptId: row.attemptId,
    sortKey: row.sortKey,
    standing: {
      ...person,
      attempt: row.attempt?.number ?? null,
      scoreHundredths: row.score * 100 + row.scoreFraction,
      durationMs: Number(row.durationMs),
      startedAt: (row.startedAt ?? new Date(row.endedAt.getTime() - Number(row.durationMs))).toISOString(),
      endedAt: row.endedAt.toISOString(),
      attemptsUsed: row.attemptsUsed,
      fullScoreAttempts: row.fullScoreAttempts,
      predictionOffset: distance !== null && isUnder ? -distance : distance,
    },
  }
}

function rankByStoredKey(rows: readonly KeyedStanding[]) {
  const sorted = rows.toSorted((a, b) =>
    a.sortKey === b.sortKey
      ? compareText(a.standing.participant, b.standing.participant)
      : compareText(a.sortKey, b.sortKey),
  )
  const ranks = ranksOf(sorted.map(({ sortKey }) => sortKey))

  return sorted.map(({ standing, ...row }, index) => ({
    ...row,
    standing: { ...standing, rank: ranks[index] ?? 0 },
  }))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** The questions of a round's set in the order of their ids, and after them any that a paper has beyond it. */
async function openQuestionList({ questionSetId }: Round) {
  const set = questionSetId === null ? [] : (await getQuestionSet(questionSetId)).candidates
  const places = new Map(set.map(({ versionId }, index) => [versionId, index]))

  return {
    placeOf: (versionId: string): number => {
      const place = places.get(versionId) ?? places.size
      places.set(versionId, place)

      return place
    },
    list: async (tx: Tx): Promise<ResultsQuestion[]> => {
      const ids = [...places.keys()]
      const [keys, rows] = await Promise.all([
        getKeys(ids),
        tx.questionVersion.findMany({
          where: { id: { in: ids } },
          select: { id: true, contentHash: true, options: true },
        }),
      ])
      const versions = new Map(rows.map((row) => [row.id, row]))

      return ids.map((id, index) => ({
        version: id,
        contentHash: versions.get(id)?.contentHash ?? '',
        optionCount: versions.get(id)?.options.length ?? 0,
        key: [...(keys.get(id) ?? [])].sort((a, b) => a - b),
        isInSet: index < set.length,
      }))
    },
  }
}
