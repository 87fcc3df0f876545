import { normalizeText } from '#app/core/vietnamese-text.ts'

export type UnitGroup<T> = {
  /** The words its names begin with, "Trường Tiểu học"; null for the units that share a beginning with nobody. */
  label: string | null
  units: T[]
}

/** A shorter list is read faster without headings. */
const MIN_UNITS_TO_GROUP = 12

/**
 * Puts the units of a long list under headings made of the words their names begin with: organizers give a list of
 * names, not of kinds. Names that share two words form a group, of the others those that share one. Groups come in the
 * order of their first unit, units keep the order given; the rest comes last.
 */
export function groupUnits<T extends { name: string }>(units: readonly T[]): UnitGroup<T>[] {
  if (units.length < MIN_UNITS_TO_GROUP) return [{ label: null, units: [...units] }]

  const byTwoWords = bucketsOf(units, 2)
  const alone = units.filter((unit) => byTwoWords.get(beginningOf(unit.name, 2))?.length === 1)
  const byOneWord = bucketsOf(alone, 1)
  const groups = new Set<T[]>()
  const rest: T[] = []
  for (const unit of units) {
    const bucket =
      sharedBucket(byTwoWords, beginningOf(unit.name, 2)) ??
      sharedBucket(byOneWord, beginningOf(unit.name, 1))
    if (bucket) groups.add(bucket)
    else rest.push(unit)
  }
  const labelled = [...groups].map((members) => ({ label: commonBeginning(members), units: members }))

  return rest.length === 0 ? labelled : [...labelled, { label: null, units: rest }]
}

/** An entry of the list of units as a person picks from it. */
export type UnitOption = {
  /** Of the unit; a former name has the id of the unit that bears another name now. */
  id: string
  /** Its own in the list, fit for an HTML id. */
  key: string
  /** As shown and searched: with the parent's name, or with the name that holds now. */
  name: string
  isFormerName: boolean
}

type TreeChoice = { id: string; name: string; path: readonly string[]; nowCalled: string | null }

/**
 * The list of units for a form: each branch of the tree under the name of its top, units that have nothing below them
 * under the words they share. A name inside a branch carries its parent's, because every department has an office.
 * @param choices in the order of the tree, former names after their unit
 * @param nowCalled words a former name: "X (nay là Y)"
 */
export function groupUnitTree(
  choices: readonly TreeChoice[],
  nowCalled: (former: string, current: string) => string,
): UnitGroup<UnitOption>[] {
  const branches = new Set(choices.flatMap(({ path }) => path.slice(0, 1)))
  const formerCount = new Map<string, number>()
  const alone: UnitOption[] = []
  const groups = new Map<string, UnitOption[]>()
  for (const choice of choices) {
    const { id, path } = choice
    const isFormerName = choice.nowCalled !== null
    const number = (formerCount.get(id) ?? 0) + 1
    if (isFormerName) formerCount.set(id, number)
    const name = choice.nowCalled === null ? choice.name : nowCalled(choice.name, choice.nowCalled)
    const parent = path.at(-1)
    const option = {
      id,
      key: isFormerName ? `${id}-${number}` : id,
      name: parent === undefined || isFormerName ? name : `${name} – ${parent}`,
      isFormerName,
    }
    const branch =
      path[0] ?? (branches.has(choice.nowCalled ?? choice.name) ? (choice.nowCalled ?? choice.name) : null)
    if (branch === null) alone.push(option)
    else groups.set(branch, [...(groups.get(branch) ?? []), option])
  }
  const named = [...groups].map(([label, units]) => ({ label, units }))
  if (named.length === 0) return groupUnits(alone)

  return alone.length === 0 ? named : [...named, ...groupUnits(alone)]
}

function bucketsOf<T extends { name: string }>(units: readonly T[], wordCount: number): Map<string, T[]> {
  const buckets = new Map<string, T[]>()
  for (const unit of units) {
    const key = beginningOf(unit.name, wordCount)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(unit)
    else buckets.set(key, [unit])
  }

  return buckets
}

function sharedBucket<T>(buckets: Map<string, T[]>, key: string): T[] | null {
  const bucket = buckets.get(key)

  return bucket && bucket.length > 1 ? bucket : null
}

function beginningOf(name: string, wordCount: number): string {
  return wordsOf(name).slice(0, wordCount).join(' ').toLowerCase()
}

/** As written in the first name; the whole of a name is never its own heading. */
function commonBeginning(units: readonly { name: string }[]): string {
  const [first = [], ...others] = units.map((unit) => wordsOf(unit.name))
  const sharedCount = first.findIndex((word, index) =>
    others.some((words) => words[index]?.toLowerCase() !== word.toLowerCase()),
  )

  return first.slice(0, sharedCount === -1 ? first.length : sharedCount).join(' ')
}

function wordsOf(name: string): string[] {
  return normalizeText(name).split(' ')
}
