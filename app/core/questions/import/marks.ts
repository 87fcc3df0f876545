/** Which option a question's formatting points at: bold, underlined, coloured, highlighted or starred. */
import type { Line, Look } from './line.ts'

export type MarkKind = 'tick' | 'background' | 'color' | 'underline' | 'bold' | 'strike' | 'italic'

/** What one option shows: its text, and its label apart, because some authors mark only the letter. */
export type OptionLooks = { isTicked: boolean; body: Line; label: Line | null }

export type MarkEvidence = { kind: MarkKind; key: number[]; isWeak: boolean }

const KINDS = ['background', 'color', 'underline', 'bold', 'strike', 'italic'] as const
type LookKind = (typeof KINDS)[number]

/** Most of the option has to look so: one bold word is only stressed. */
const COVERED_FROM = 0.6

/**
 * What the formatting says, strongest first. A look that all options share says nothing; neither does the absence
 * of one. Weak evidence (only the letter is marked, italics) counts when there is nothing else.
 */
export function markEvidence(options: readonly OptionLooks[]): MarkEvidence[] {
  const ticked = indicesWhere(options, (option) => option.isTicked)
  const evidence: MarkEvidence[] = []
  if (ticked.length > 0) evidence.push({ kind: 'tick', key: ticked, isWeak: false })
  for (const kind of KINDS) {
    const looks = options.map((option) => dominantLook(option.body, kind))
    const ofBody = kind === 'strike' ? onlyWithout(looks) : distinct(looks)
    if (ofBody) evidence.push({ kind, key: ofBody, isWeak: kind === 'italic' || kind === 'strike' })
  }
  for (const kind of KINDS) {
    if (kind === 'strike' || evidence.some((found) => found.kind === kind)) continue
    const ofLabel = distinct(
      options.map((option) => (option.label ? dominantLook(option.label, kind) : null)),
    )
    if (ofLabel) evidence.push({ kind, key: ofLabel, isWeak: true })
  }

  return evidence
}

/** The value that most of a line shows for a kind of look; null for none. */
function dominantLook(line: Line, kind: LookKind): string | null {
  const total = inked(line.text, 0, line.text.length)
  if (total === 0) return null
  const shares = new Map<string, number>()
  for (const { start, end, look } of line.spans) {
    const value = valueOf(look, kind)
    if (value) shares.set(value, (shares.get(value) ?? 0) + inked(line.text, start, end))
  }
  for (const [value, count] of shares) if (count / total >= COVERED_FROM) return value

  return null
}

function inked(text: string, start: number, end: number): number {
  return text.slice(start, end).replace(/[\s.)(:/]/gu, '').length
}

function valueOf(look: Look, kind: LookKind): string | null {
  const value = look[kind]

  return value === true ? 'yes' : (value ?? null)
}

/**
 * The options that differ from the others: those with a look among those without, or the one with another colour
 * than all the rest share.
 */
function distinct(values: readonly (string | null)[]): number[] | null {
  const groups = Map.groupBy([...values.keys()], (index) => values[index] ?? null)
  if (groups.size < 2) return null
  if (groups.has(null)) return indicesWhere(values, (value) => value !== null)
  const smallest = [...groups.values()].sort((a, b) => a.length - b.length)

  return smallest[0]?.length === 1 && (smallest[1]?.length ?? 0) > 1 ? smallest[0] : null
}

/** The wrong ones are struck out. */
function onlyWithout(values: readonly (string | null)[]): number[] | null {
  const left = indicesWhere(values, (value) => value === null)

  return left.length === 1 && values.length > 2 ? left : null
}

function indicesWhere<T>(items: readonly T[], matches: (item: T) => boolean): number[] {
  return [...items.keys()].filter((index) => matches(items[index] as T))
}
