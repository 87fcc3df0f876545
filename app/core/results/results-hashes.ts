import { canonicalJson } from './canonical-json.ts'
import type { ResultsFile, ResultsStanding } from './results-file.ts'

/** SHA-256, given from outside: core has no cryptography of its own. */
export type Sha256 = { update: (text: string) => void; hex: () => string }
export type CreateSha256 = () => Sha256

/** The hash of a list: every element as canonical JSON, each followed by a line feed. */
export function createListHash(createSha256: CreateSha256): {
  add: (element: unknown) => void
  /** The same for an element that is canonical JSON already. */
  addText: (canonical: string) => void
  hex: () => string
} {
  const hash = createSha256()
  const addText = (canonical: string): void => hash.update(`${canonical}\n`)

  return { add: (element) => addText(canonicalJson(element)), addText, hex: () => hash.hex() }
}

export function hashOfList(createSha256: CreateSha256, elements: readonly unknown[]): string {
  const hash = createListHash(createSha256)
  for (const element of elements) hash.add(element)

  return hash.hex()
}

/** What the public hash of a round's results covers of a row: what the board shows, with the pseudonym for the name. */
export function publishedRowOf(row: ResultsStanding) {
  const { rank, participant, unit, scoreHundredths, durationMs, endedAt, predictionOffset } = row
  const predictionDistance = predictionOffset === null ? null : Math.abs(predictionOffset)

  return { rank, participant, unit, scoreHundredths, durationMs, endedAt, predictionDistance }
}

/** The hash that is published with the official result: of the round's list in its order. */
export function resultsHashOf(createSha256: CreateSha256, standings: readonly ResultsStanding[]): string {
  return hashOfList(createSha256, standings.map(publishedRowOf))
}

type WithoutHashes = Omit<ResultsFile, 'hashes'>

/** The hash of a whole file; questions and attempts are in it by the hashes of their lists. */
export function contentsHashOf(createSha256: CreateSha256, file: WithoutHashes): string {
  const { format, detail, takenAt, contest, units, rounds, contestStandings, contestUnitStandings } = file
  const head = { format, detail, takenAt, contest, units, contestStandings, contestUnitStandings }
  const hash = createListHash(createSha256)
  hash.add(head)
  for (const { questions: _questions, attempts: _attempts, ...round } of rounds) hash.add(round)

  return hash.hex()
}
