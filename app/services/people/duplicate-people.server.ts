import { duplicateEvidenceOf } from '../../core/people/duplicate-people.ts'
import type { DuplicateEvidence } from '../../core/people/duplicate-people.ts'
import { DomainError } from '../../core/domain-error.ts'
import { maskLoginName } from '../../core/people/masked-login.ts'
import { db, pool } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import type { ChangedBy } from '../units/unit-changes.server.ts'

/** Pairs on one page of work; the next ones appear when these are settled. */
const SHOWN_PAIRS = 100
/** Pairs that are weighed at a time. */
const MAX_CANDIDATES = 20_000

export type DuplicatePerson = {
  id: string
  fullName: string
  maskedLogin: string
  unitName: string | null
  createdAt: Date
  attempts: number
}
export type DuplicatePair = { people: [DuplicatePerson, DuplicatePerson]; evidence: DuplicateEvidence[] }

type Row = Record<'id_a' | 'id_b' | 'search_name' | 'login_a' | 'login_b', string> &
  Record<'unit_a' | 'unit_b', string | null>

/** Namesakes are put side by side by unit and by number, and each is compared with so many neighbours. */
const NEIGHBOURS = 8

// Not everybody with everybody: a name that thousands bear would be millions of pairs.
const CANDIDATES = `
  WITH namesake AS (
    SELECT id, search_name, unit_id, login_name,
           row_number() OVER (PARTITION BY search_name ORDER BY unit_id, login_name, id) AS by_unit,
           row_number() OVER (PARTITION BY search_name ORDER BY login_name, id) AS by_login,
           row_number() OVER (PARTITION BY search_name ORDER BY reverse(login_name), id) AS by_ending
    FROM user_account WHERE role = 'participant'
  ), step AS (
    SELECT generate_series(1, ${NEIGHBOURS}) AS size
  ), neighbours AS (
    SELECT a.id AS a, b.id AS b FROM namesake a CROSS JOIN step
      JOIN namesake b ON b.search_name = a.search_name AND b.by_unit = a.by_unit + step.size AND b.unit_id = a.unit_id
    UNION
    SELECT a.id, b.id FROM namesake a CROSS JOIN step
      JOIN namesake b ON b.search_name = a.search_name AND b.by_login = a.by_login + step.size
    UNION
    SELECT a.id, b.id FROM namesake a CROSS JOIN step
      JOIN namesake b ON b.search_name = a.search_name AND b.by_ending = a.by_ending + step.size
  ), pairs AS (
    -- Neighbours in two lists may stand the other way round in the second.
    SELECT DISTINCT least(a, b) AS a, greatest(a, b) AS b FROM neighbours
  )
  SELECT a.id AS id_a, b.id AS id_b, a.search_name, a.unit_id AS unit_a, b.unit_id AS unit_b,
         a.login_name AS login_a, b.login_name AS login_b
  FROM pairs n JOIN user_account a ON a.id = n.a JOIN user_account b ON b.id = n.b
  -- Phones that differ in one digit or two neighbours share their first or their last four digits.
  WHERE (a.unit_id = b.unit_id OR left(a.login_name, 5) = left(b.login_name, 5) OR right(a.login_name, 4) = right(b.login_name, 4))
    AND NOT EXISTS (SELECT 1 FROM distinct_people d WHERE d.first_id = a.id AND d.second_id = b.id)
  ORDER BY a.search_name, a.id, b.id LIMIT ${MAX_CANDIDATES}`

/** Pairs of accounts that look like one person and were not found to be two. */
export async function listDuplicates(): Promise<DuplicatePair[]> {
  const { rows } = await pool.query<Row>(CANDIDATES)
  const pairs = rows
    .flatMap((row) => {
      const evidence = duplicateEvidenceOf(
        { searchName: row.search_name, unitId: row.unit_a, loginName: row.login_a },
        { searchName: row.search_name, unitId: row.unit_b, loginName: row.login_b },
      )

      return evidence ? [{ ids: [row.id_a, row.id_b] as const, evidence }] : []
    })
    .toSorted((a, b) => b.evidence.length - a.evidence.length)
    .slice(0, SHOWN_PAIRS)
  const people = await loadPeople(pairs.flatMap(({ ids }) => ids))

  return pairs.flatMap(({ ids: [idA, idB], evidence }) => {
    const [a, b] = [people.get(idA), people.get(idB)]

    return a && b ? [{ people: [a, b] as [DuplicatePerson, DuplicatePerson], evidence }] : []
  })
}

async function loadPeople(ids: readonly string[]): Promise<Map<string, DuplicatePerson>> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      fullName: true,
      loginName: true,
      createdAt: true,
      unit: { select: { name: true } },
      _count: { select: { attempts: true } },
    },
  })

  return new Map(
    people.map(({ id, fullName, loginName, createdAt, unit, _count }) => [
      id,
      {
        id,
        fullName,
        maskedLogin: maskLoginName(loginName),
        unitName: unit?.name ?? null,
        createdAt,
        attempts: _count.attempts,
      },
    ]),
  )
}

/** Remembers that two accounts are two people. @throws DomainError not_found when one of them is none */
export async function markDistinct(ids: readonly string[], { actorId, now }: ChangedBy): Promise<void> {
  const [firstId, secondId] = ids.toSorted()
  if (!firstId || !secondId || firstId === secondId) throw new DomainError('not_found')
  await db.$transaction(async (tx) => {
    const found = await tx.user.count({ where: { id: { in: [firstId, secondId] }, role: 'participant' } })
    if (found !== 2) throw new DomainError('not_found')
    const { count } = await tx.distinctPeople.createMany({
      data: [{ firstId, secondId, decidedById: actorId, decidedAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await recordAudit(tx, {
      actorId,
      action: 'person.distinct',
      subject: `user:${firstId}`,
      details: { otherId: secondId },
      now,
    })
  })
}

/** Takes such a decision back; when somebody else has already done so, nothing is left to do. */
export async function unmarkDistinct(ids: readonly string[], { actorId, now }: ChangedBy): Promise<void> {
  const [firstId = '', secondId = ''] = ids.toSorted()
  await db.$transaction(async (tx) => {
    const { count } = await tx.distinctPeople.deleteMany({ where: { firstId, secondId } })
    if (count === 0) return
    await recordAudit(tx, {
      actorId,
      action: 'person.undistinct',
      subject: `user:${firstId}`,
      details: { otherId: secondId },
      now,
    })
  })
}
