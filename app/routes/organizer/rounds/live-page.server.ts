import { DomainError } from '#app/core/domain-error.ts'
import { summarizeActivity } from '#app/core/rounds/live-activity.ts'
import type { LiveQuery } from '#app/core/rounds/live-query.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { sortUnits } from '#app/core/units/unit-participation.ts'
import type { UnitParticipation } from '#app/core/units/unit-participation.ts'
import { createUnitSearch } from '#app/core/units/unit-search.ts'
import { listActivity, listProblems } from '#app/services/rounds/activity.server.ts'
import { findExtraTime } from '#app/services/attempts/extra-time.server.ts'
import { getLiveRound } from '#app/services/rounds/live-round.server.ts'
import type { LiveRound } from '#app/services/rounds/live-round.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import { findRunningPeople } from '#app/services/attempts/running-attempts.server.ts'

type Ask = {
  slug: string
  query: LiveQuery
  /** Id of the extra time just given; null otherwise. */
  givenId: string | null
  /** Whether the names of people may be looked for. */
  mayGive: boolean
  now: Date
}

/**
 * Everything the live page of a round shows.
 * @throws DomainError round_not_found
 */
export async function loadLivePage({ slug, query, givenId, mayGive, now }: Ask) {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })
  const [live, slots, problems, found, given] = await Promise.all([
    getLiveRound(round, now),
    listActivity(now),
    listProblems(now),
    mayGive ? findRunningPeople(round.id, query.personSearch, now) : NOBODY,
    mayGive && givenId !== null ? findExtraTime(givenId) : null,
  ])

  return {
    round: { slug: round.slug, title: round.title, phase: phaseOf(round, now) },
    query,
    counts: live && countsOf(live),
    charts: live && { starts: live.starts, endings: live.endings },
    units: live && unitsOf(live.units, query),
    activity: summarizeActivity(slots, now),
    problems,
    found,
    given,
  }
}

const NOBODY = { people: [], hasMore: false }

function countsOf({ running, finished, submitted, people, registered, overdue }: LiveRound) {
  return {
    running,
    finished,
    submitted,
    people,
    registered,
    waiting: Math.max(0, registered - people),
    overdue,
  }
}

/** Units listed until all are asked for: the page comes anew every few seconds, on phones too. */
const FIRST_UNITS = 20

function unitsOf(units: readonly UnitParticipation[], { order, direction, unitSearch, isWhole }: LiveQuery) {
  const found = sortUnits(createUnitSearch(units)(unitSearch), order, direction)
  const counted = units.filter(({ headCount }) => headCount !== null)

  return {
    rows: isWhole ? found : found.slice(0, FIRST_UNITS),
    count: found.length,
    total: {
      people: counted.reduce((sum, unit) => sum + unit.people, 0),
      headCount: counted.reduce((sum, unit) => sum + (unit.headCount ?? 0), 0),
    },
  }
}
