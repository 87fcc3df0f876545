import { maskLoginName } from '../../core/people/masked-login.ts'
import { branchOf } from '../../core/units/unit-tree.ts'
import { foldForSearch } from '../../core/vietnamese-text.ts'
import { db, pool } from '../../db/client.server.ts'
import { listTreeUnits } from '../units/units.server.ts'

export const PEOPLE_PAGE_SIZE = 50

/** Which accounts a list shows: all, those nobody has signed in with yet, or the locked ones. */
export const PEOPLE_STATES = ['all', 'new', 'locked'] as const
export type PeopleState = (typeof PEOPLE_STATES)[number]

export type PeopleQuery = {
  /** Parts of a name, accents or not, or digits of a phone number, or the beginning of an account name. */
  search: string
  /** Null for all units; units below are included. */
  unitId: string | null
  state: PeopleState
  /** From 1. */
  page: number
}

export type PersonRow = {
  id: string
  fullName: string
  /** A phone number with its middle hidden: a list is for finding, not for calling. */
  maskedLogin: string
  unitName: string | null
  hasPassword: boolean
  isLocked: boolean
}

export type PeoplePage = { rows: PersonRow[]; matchCount: number; page: number; pageCount: number }

/** One page of participants in the order of Vietnamese lists, by given name. */
export async function listPeople(query: PeopleQuery): Promise<PeoplePage> {
  const filter = await filterOf(query)
  const [{ rows: counted }, { rows }] = await Promise.all([
    pool.query<{ count: string }>(`SELECT count(*) FROM user_account u WHERE ${filter.where}`, filter.values),
    pool.query<StoredRow>(
      `SELECT u.id, u.full_name, u.login_name, unit.name AS unit_name, u.password_hash IS NOT NULL AS has_password,
              u.locked_at IS NOT NULL AS is_locked
       FROM user_account u LEFT JOIN unit ON unit.id = u.unit_id
       WHERE ${filter.where}
       ORDER BY u.sort_name, u.id LIMIT ${PEOPLE_PAGE_SIZE} OFFSET ${(query.page - 1) * PEOPLE_PAGE_SIZE}`,
      filter.values,
    ),
  ])
  const matchCount = Number(counted[0]?.count ?? 0)

  return {
    rows: rows.map((row) => ({
      id: row.id,
      fullName: row.full_name,
      maskedLogin: maskLoginName(row.login_name),
      unitName: row.unit_name,
      hasPassword: row.has_password,
      isLocked: row.is_locked,
    })),
    matchCount,
    page: query.page,
    pageCount: Math.max(1, Math.ceil(matchCount / PEOPLE_PAGE_SIZE)),
  }
}

type StoredRow = {
  id: string
  full_name: string
  login_name: string
  unit_name: string | null
  has_password: boolean
  is_locked: boolean
}

const STATE_CONDITIONS: Readonly<Record<PeopleState, string>> = {
  all: '',
  new: ' AND u.password_hash IS NULL',
  locked: ' AND u.locked_at IS NOT NULL',
}

async function filterOf({
  search,
  unitId,
  state,
}: PeopleQuery): Promise<{ where: string; values: unknown[] }> {
  const folded = foldForSearch(search)
  const words = folded === '' ? [] : folded.split(' ').map((word) => `%${escapeLike(word)}%`)
  const login = folded.replace(/^(\+?84)(?=\d)/, '0').replace(/[\s.]/g, '')
  const units = unitId === null ? null : branchOf(unitId, await listTreeUnits(db))

  return {
    where: `u.role = 'participant'${STATE_CONDITIONS[state]}
      AND (u.search_name LIKE ALL ($1::text[]) OR ($2 <> '' AND u.login_name LIKE $2))
      AND ($3::text[] IS NULL OR u.unit_id = ANY ($3))`,
    values: [words, login === '' ? '' : `${/^\d/.test(login) ? '%' : ''}${escapeLike(login)}%`, units],
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** Names and units of some participants, in the order of lists. */
export async function listNamed(
  personIds: readonly string[],
): Promise<{ id: string; fullName: string; unitName: string | null }[]> {
  const people = await db.user.findMany({
    where: { id: { in: [...personIds] }, role: 'participant' },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, fullName: true, unit: { select: { name: true } } },
  })

  return people.map(({ id, fullName, unit }) => ({ id, fullName, unitName: unit?.name ?? null }))
}

/** More slips than this in one document nobody cuts apart, and drawing them takes time. */
export const MAX_SLIPS = 600

/**
 * People who get a slip: those chosen, or all of a unit and below who have never signed in; by unit and name.
 * @returns one more than MAX_SLIPS at most
 */
export async function listSlipOwners(choice: { personIds: readonly string[] } | { unitId: string }) {
  const where =
    'unitId' in choice
      ? { unitId: { in: branchOf(choice.unitId, await listTreeUnits(db)) }, passwordHash: null }
      : { id: { in: [...choice.personIds] } }

  return db.user.findMany({
    where: { ...where, role: 'participant', lockedAt: null },
    orderBy: [{ unit: { position: 'asc' } }, { unitId: 'asc' }, { sortName: 'asc' }, { id: 'asc' }],
    take: MAX_SLIPS + 1,
    select: { id: true, fullName: true, loginName: true, unit: { select: { name: true } } },
  })
}
