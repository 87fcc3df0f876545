import { z } from 'zod'

export const PrizeSchema = z.object({
  title: z.string().trim().min(1).max(80),
  count: z.number().int().min(1).max(1_000),
})
export type Prize = z.infer<typeof PrizeSchema>

/** The prizes of a round, best first. */
export const PrizesSchema = z.array(PrizeSchema).max(20)

/** A row of the board as far as awarding is concerned, in the order of the board. */
export type RankedPerson = {
  participantId: string
  rank: number
  /** Drawn among people of one rank; null when no lots were drawn. */
  lotNumber: number | null
}

export type Verdict = 'confirmed' | 'rejected'

export type Candidate = RankedPerson & {
  /** Null while nobody has checked who the person is. */
  verdict: Verdict | null
  /**
   * `winner`: gets the prize; `reserve`: moves up when somebody before is rejected; `rejected`; `passed_over`: has won
   * in another round and each person wins once; `tied`: of equal rank with people on the other side of the last prize,
   * so that lots must decide.
   */
  standing: 'winner' | 'reserve' | 'rejected' | 'passed_over' | 'tied'
  /** Place of the prize in the round's list, from 0; of a winner only. */
  prizeIndex: number | null
}

export type AwardRules = {
  prizes: readonly Prize[]
  reserveCount: number
  /** People who can't win again, by the contest's policy. */
  hasWonElsewhere: ReadonlySet<string>
}

export function prizeCountOf(prizes: readonly Prize[]): number {
  return prizes.reduce((sum, { count }) => sum + count, 0)
}

/**
 * Who gets which prize. Prizes go down the board: rejected people and those who have won elsewhere leave their place to
 * the next one. Equal rank across the border of a prize is never decided by the order of rows: without lots such
 * people stay `tied`, with lots the lowest number goes first.
 * @param people by rank; as many as there are prizes, reserves and rejections are looked at
 */
export function candidatesOf(
  rules: AwardRules,
  people: readonly RankedPerson[],
  verdicts: ReadonlyMap<string, Verdict>,
): Candidate[] {
  const slots = rules.prizes.flatMap(({ count }, prizeIndex) => Array<number>(count).fill(prizeIndex))
  const candidates: Candidate[] = []
  let taken = 0
  let reserves = 0
  for (const group of groupsOf(people)) {
    if (taken >= slots.length && reserves >= rules.reserveCount) break

    const eligible = group.filter((person) => isEligible(rules, verdicts, person))
    const isDecided = isOnePrize(slots, taken, eligible.length) || hasLots(eligible)
    for (const person of group) {
      const verdict = verdicts.get(person.participantId) ?? null
      const add = (standing: Candidate['standing'], prizeIndex: number | null) =>
        candidates.push({ ...person, verdict, standing, prizeIndex })
      if (verdict === 'rejected') add('rejected', null)
      else if (rules.hasWonElsewhere.has(person.participantId)) add('passed_over', null)
      else if (taken < slots.length && !isDecided) add('tied', null)
      else if (taken < slots.length) add('winner', slots[taken++] ?? null)
      else if (reserves++ < rules.reserveCount || isSameRankAsLastReserve(candidates, person))
        add('reserve', null)
    }
    if (!isDecided) taken += eligible.length
  }

  return candidates
}

/** People of one rank whom a border between prizes (or the last prize) divides, so that lots must be drawn. */
export function undecidedTiesOf(candidates: readonly Candidate[]): Candidate[][] {
  const tied = candidates.filter(({ standing }) => standing === 'tied')

  return [...Map.groupBy(tied, ({ rank }) => rank).values()]
}

/** People of equal rank together, in the order of their lots where lots were drawn. */
function groupsOf(people: readonly RankedPerson[]): RankedPerson[][] {
  return [...Map.groupBy(people, ({ rank }) => rank).values()].map((group) =>
    group.toSorted(
      (a, b) => (a.lotNumber ?? Number.MAX_SAFE_INTEGER) - (b.lotNumber ?? Number.MAX_SAFE_INTEGER),
    ),
  )
}

function isEligible(
  { hasWonElsewhere }: AwardRules,
  verdicts: ReadonlyMap<string, Verdict>,
  { participantId }: RankedPerson,
): boolean {
  return verdicts.get(participantId) !== 'rejected' && !hasWonElsewhere.has(participantId)
}

/** Whether so many equal people all get the same: one prize, or all of them none. */
function isOnePrize(slots: readonly number[], taken: number, count: number): boolean {
  return slots[taken] === slots[taken + count - 1] || taken >= slots.length || count === 0
}

function hasLots(people: readonly RankedPerson[]): boolean {
  const numbers = people.map(({ lotNumber }) => lotNumber)

  return numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length
}

function isSameRankAsLastReserve(candidates: readonly Candidate[], { rank }: RankedPerson): boolean {
  const last = candidates.at(-1)

  return last?.standing === 'reserve' && last.rank === rank
}
