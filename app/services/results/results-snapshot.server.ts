import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gzip } from 'node:zlib'
import { declaredAtOf } from '../../core/closing/closing.ts'
import { DomainError } from '../../core/domain-error.ts'
import { RESULTS_FORMAT } from '../../core/results/results-file.ts'
import type { ResultsAward, ResultsFile } from '../../core/results/results-file.ts'
import { contentsHashOf } from '../../core/results/results-hashes.ts'
import { byPersonAndRound } from '../../core/results/results-prior-winners.ts'
import { keptFiguresOf, publicContestRow, publicRoundOf } from '../../core/results/results-public.ts'
import { contestStandingsOf, prizesByUnit, unitStandingsOf } from '../../core/results/results-rules.ts'
import { db } from '../../db/client.server.ts'
import type { Tx } from '../../db/client.server.ts'
import { DEFAULT_UNIT_RANKING, UnitRankingSchema } from '../../core/ranking/unit-ranking.ts'
import { parseContestPolicy } from '../contests/contest-policy.server.ts'
import { pseudonymOf, readRound } from './results-round.server.ts'
import type { ReadRound } from './results-round.server.ts'
import { parseRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { createSha256 } from '../sha256.server.ts'

const compress = promisify(gzip)

/** Longer than the largest contest takes, shorter than a transaction that was forgotten. */
const READ_WITHIN_MS = 10 * 60_000

/** The files of one moment, each compressed by gzip. */
export type ResultsSnapshot = {
  /** When the result was declared as it stands; null while it is not. */
  resultAt: Date | null
  resultsSha256: string
  fullFile: Buffer
  boardFile: Buffer
  /** Of the round that was asked for. */
  rows: ReadRound['rows']
}

/**
 * The results of a contest as files, all from one moment of the database: the round asked for and every other one whose
 * result is official. Reads in chunks and holds nobody up.
 * @throws DomainError round_not_found | round_not_settled
 */
export async function takeSnapshot(roundSlug: string, now: Date): Promise<ResultsSnapshot> {
  const salt = randomBytes(32).toString('hex')
  const fullFile = createGzipText()
  const { file, read } = await db.$transaction(
    (tx) => readContest(tx, { roundSlug, salt, now, write: fullFile.write }),
    { isolationLevel: 'RepeatableRead', timeout: READ_WITHIN_MS },
  )
  const wanted = read.find(({ round }) => round.slug === roundSlug)
  if (!wanted) throw new DomainError('round_not_found', { slug: roundSlug })

  const resultAt = wanted.round.officialAt

  return {
    resultAt: resultAt === null ? null : new Date(resultAt),
    resultsSha256: wanted.round.hashes.results,
    fullFile: await fullFile.end(),
    boardFile: await compress(JSON.stringify(withHash(publicFileOf(file)))),
    rows: wanted.rows,
  }
}

type FileWithoutHash = Omit<ResultsFile, 'hashes'>

type Reading = { roundSlug: string; salt: string; now: Date; write: (text: string) => Promise<void> }

/** Reads everything and writes the full file meanwhile: its attempts are in no list. */
async function readContest(
  tx: Tx,
  { roundSlug, salt, now, write }: Reading,
): Promise<{ file: FileWithoutHash; read: ReadRound[] }> {
  const rounds = await listRoundsOfFile(tx, roundSlug)
  const contest = await tx.contest.findUniqueOrThrow({ where: { id: rounds[0]?.contestId ?? '' } })
  const stored = await tx.unit.findMany({
    where: { mergedIntoId: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, name: true, headCount: true, parentId: true },
  })
  const codeOfUnit = new Map(stored.map(({ id, code }) => [id, code]))
  const units = stored.map(({ code, name, headCount, parentId }) => ({
    code,
    name,
    parent: (parentId && codeOfUnit.get(parentId)) || null,
    headCount,
  }))
  const unitRanking = contest.unitRanking
    ? UnitRankingSchema.parse(contest.unitRanking)
    : DEFAULT_UNIT_RANKING
  const context = { units, ranking: unitRanking }
  const read: ReadRound[] = []
  await write('{"rounds":[')
  for (const [index, round] of rounds.entries()) {
    await write(index === 0 ? '{"attempts":[' : ',{"attempts":[')
    let separator = ''
    const one = await readRound({ tx, round, salt, codeOfUnit }, async (texts) => {
      if (texts.length > 0) await write(separator + texts.join(',\n'))
      separator = ',\n'
    })
    const isDeclared = declaredAtOf(round) !== null
    const awards = isDeclared ? await loadAwards(tx, round.id, salt, codeOfUnit) : []
    const unitStandings = unitStandingsOf(context, one.round.standings, prizesByUnit(awards))
    const priorWinners = isDeclared ? await loadPriorWinners(tx, round.id, salt) : []
    const whole = { ...one.round, awards, priorWinners, unitStandings }
    read.push({ ...one, round: whole })
    await write(`],${membersOf({ ...whole, attempts: undefined })}`)
  }
  const boardPolicy = parseContestPolicy(contest.boardPolicy)
  const contestStandings = contestStandingsOf(
    boardPolicy,
    read.map(({ round }) => round),
  )
  const { slug, title, organizerName } = contest
  const allAwards = read.flatMap(({ round }) => round.awards ?? [])

  const file: FileWithoutHash = {
    format: RESULTS_FORMAT,
    detail: 'full',
    takenAt: now.toISOString(),
    contest: { slug, title, organizerName, boardPolicy, unitRanking },
    units,
    rounds: read.map(({ round }) => round),
    contestStandings,
    contestUnitStandings: unitStandingsOf(context, contestStandings, prizesByUnit(allAwards)),
  }
  await write(`],${membersOf({ ...withHash(file), rounds: undefined })}`)

  return { file, read }
}

/** The round and the official ones of its contest, by their opening. */
async function listRoundsOfFile(tx: Tx, slug: string): Promise<Round[]> {
  const wanted = await tx.round.findUnique({
    where: { slug },
    select: { contestId: true, kind: true, settledAt: true },
  })
  if (wanted?.kind !== 'ranked') throw new DomainError('round_not_found', { slug })
  if (!wanted.settledAt) throw new DomainError('round_not_settled')
  const rows = await tx.round.findMany({
    where: {
      contestId: wanted.contestId,
      kind: 'ranked',
      settledAt: { not: null },
      OR: [{ slug }, { officialAt: { not: null } }],
    },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
  })

  // A corrected result that is not declared anew has no awards of its own yet.
  return rows.map(parseRound).filter((round) => round.slug === slug || declaredAtOf(round) !== null)
}

async function loadPriorWinners(tx: Tx, roundId: string, salt: string) {
  const rows = await tx.priorWin.findMany({
    where: { roundId },
    select: { participantId: true, wonRound: { select: { slug: true } } },
  })

  return rows
    .map(({ participantId, wonRound }) => ({
      participant: pseudonymOf(salt, participantId),
      round: wonRound.slug,
    }))
    .sort(byPersonAndRound)
}

async function loadAwards(
  tx: Tx,
  roundId: string,
  salt: string,
  codeOfUnit: ReadonlyMap<string, string>,
): Promise<ResultsAward[]> {
  const rows = await tx.award.findMany({
    where: { roundId },
    include: { participant: { select: { unitId: true } } },
    orderBy: [{ prizeIndex: 'asc' }, { rank: 'asc' }, { participantId: 'asc' }],
  })

  return rows.map((row) => ({
    participant: pseudonymOf(salt, row.participantId),
    prizeIndex: row.prizeIndex,
    rank: row.rank,
    scoreHundredths: row.scoreHundredths,
    durationMs: Number(row.durationMs),
    unit: (row.participant.unitId && codeOfUnit.get(row.participant.unitId)) || null,
  }))
}

function publicFileOf(file: FileWithoutHash): FileWithoutHash {
  const kept = keptFiguresOf(file)

  return {
    ...file,
    detail: 'board',
    rounds: file.rounds.map((round) => publicRoundOf(kept, round)),
    contestStandings: file.contestStandings.map((row) => publicContestRow(kept, row)),
  }
}

function withHash(file: FileWithoutHash): ResultsFile {
  return { ...file, hashes: { contents: contentsHashOf(createSha256, file) } }
}

/** A JSON object without the brace it begins with: what is written before is its first member. */
function membersOf(object: object): string {
  return JSON.stringify(object).slice(1)
}

/** Text that is compressed as it comes. */
function createGzipText(): { write: (text: string) => Promise<void>; end: () => Promise<Buffer> } {
  const gzip = createGzip()
  const compressed = buffer(gzip)

  return {
    write: async (text) => {
      if (!gzip.write(text)) await once(gzip, 'drain')
    },
    end: () => {
      gzip.end()

      return compressed
    },
  }
}
