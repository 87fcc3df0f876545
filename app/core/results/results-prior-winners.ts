import type { ResultsFile, ResultsRound } from './results-file.ts'

/** Who had a prize of another round when a result was declared, where each person wins once. */
export type PriorWinner = { participant: string; round: string }

type Rounds = Pick<ResultsFile, 'contest' | 'rounds'>

/**
 * Who of a round's board is known to have won before it was declared: by the prizes of rounds whose result was declared
 * earlier, as it stands. A result that was corrected since had other prizes then, which this file can't tell.
 */
export function knownPriorWinnersOf(
  { contest, rounds }: Pick<ResultsFile, 'contest' | 'rounds'>,
  round: ResultsRound,
): PriorWinner[] {
  if (contest.boardPolicy.prizesPerPerson !== 'one') return []
  const onBoard = new Set(round.standings.map(({ participant }) => participant))

  return rounds
    .filter((other) => isDeclaredBefore(other, round))
    .flatMap(({ slug, awards }) => (awards ?? []).map(({ participant }) => ({ participant, round: slug })))
    .filter(({ participant }) => onBoard.has(participant))
    .sort(byPersonAndRound)
}

function isDeclaredBefore(
  other: Pick<ResultsRound, 'officialAt'>,
  round: Pick<ResultsRound, 'officialAt'>,
): boolean {
  return other.officialAt !== null && round.officialAt !== null && other.officialAt < round.officialAt
}

/**
 * What a round's list of prior winners should be: everybody who is known, and of those it names the ones who may have won
 * before all the same, in a round that is not in the file or that was corrected and declared anew since.
 */
export function expectedPriorWinnersOf(file: Rounds, round: ResultsRound): PriorWinner[] {
  if (file.contest.boardPolicy.prizesPerPerson !== 'one') return []
  const onBoard = new Set(round.standings.map(({ participant }) => participant))
  const possible = (round.priorWinners ?? []).filter(({ participant, round: slug }) => {
    if (slug === round.slug || round.officialAt === null || !onBoard.has(participant)) return false
    const other = file.rounds.find((each) => each.slug === slug)

    return !other || (!isDeclaredBefore(other, round) && other.correctedAt !== null)
  })

  return [...knownPriorWinnersOf(file, round), ...possible].sort(byPersonAndRound)
}

export function byPersonAndRound(a: PriorWinner, b: PriorWinner): number {
  return `${a.participant} ${a.round}` < `${b.participant} ${b.round}` ? -1 : 1
}
