/** Documents that are read from top to bottom: Word files, plain text, sheets written like a document. */
import { excerptOf, problem } from './draft.ts'
import type { ParsedFile, Problem, Skipped } from './draft.ts'
import { extractKeyLines } from './key-lines.ts'
import type { PlacedKeyTable } from './key-lines.ts'
import type { KeyEntry, KeyTable } from './key-table.ts'
import { tellUnusedKey } from './keys-of-question.ts'
import type { Line } from './line.ts'
import { isEmptyMark } from './noise.ts'
import { readQuestion } from './question-block.ts'
import { segment } from './segments.ts'
import type { Segment } from './segments.ts'
import { extractTopics } from './topic-headings.ts'

/** @param tables keys that stand in tables of their own, each with the number of lines before it */
export function readOutline(allLines: readonly Line[], tables: readonly PlacedKeyTable[] = []): ParsedFile {
  const { lines, topics } = extractTopics(allLines)
  const extracted = extractKeyLines(lines)
  const keyTables = [...extracted.tables, ...tables].sort((a, b) => a.linesBefore - b.linesBefore)
  const { segments, outside, isPlain } = segment(extracted.lines)
  const numbered = segments.map((each, index) => ({ ...each, shown: each.number ?? index + 1 }))
  const match = matchKeys(numbered, keyTables)
  const questions = numbered.map((each) =>
    readQuestion(
      {
        number: each.shown,
        remark: each.remark,
        lines: each.lines,
        place: each.lines[0]?.place ?? {},
        isPlain,
        topic: topics.findLast((heading) => heading.at <= each.at)?.topic ?? null,
      },
      match.entries.get(each),
    ),
  )

  return { questions, problems: match.problems, skipped: tellOutside(outside) }
}

type Numbered = Segment & { shown: number }
type Match = { entries: Map<Numbered, KeyEntry>; problems: Problem[] }

/**
 * Gives each question its entry by number. When numbers begin again in each part of the file, each part needs a
 * table of its own, in the same order.
 */
function matchKeys(segments: readonly Numbered[], tables: readonly KeyTable[]): Match {
  const match: Match = { entries: new Map(), problems: [] }
  if (tables.length === 0) return match
  const runs = runsOf(segments)
  const merged = mergeDistinct(tables)
  const groups = merged
    ? [{ entries: merged, segments }]
    : tables.map((table, index) => ({ entries: table.entries, segments: runs[index] ?? [] }))
  if (merged ? runs.length > 1 && hasRepeats(segments) : runs.length !== tables.length) {
    match.problems.push(
      problem('key_table_ambiguous', 'error', tables[0]?.place ?? {}, {
        params: { tables: tables.length, parts: runs.length },
      }),
    )

    return match
  }
  for (const group of groups) assign(group.segments, group.entries, match)

  return match
}

function assign(segments: readonly Numbered[], entries: readonly KeyEntry[], match: Match): void {
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]))
  for (const each of segments) {
    const entry = byNumber.get(each.shown)
    if (entry) match.entries.set(each, entry)
    byNumber.delete(each.shown)
  }
  match.problems.push(...[...byNumber.values()].map(tellUnusedKey))
}

/** Questions whose numbers go up, part by part. */
function runsOf(segments: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = []
  for (const each of segments) {
    const last = runs.at(-1)?.at(-1)
    if (last && each.shown > last.shown) runs.at(-1)?.push(each)
    else runs.push([each])
  }

  return runs
}

function hasRepeats(segments: readonly Numbered[]): boolean {
  return new Set(segments.map((each) => each.shown)).size < segments.length
}

/** All entries as one table, unless two say something about the same number. */
function mergeDistinct(tables: readonly KeyTable[]): KeyEntry[] | null {
  const entries = tables.flatMap((table) => table.entries)
  const isDistinct = new Set(entries.map((entry) => entry.number)).size === entries.length

  return isDistinct || tables.length === 1 ? entries : null
}

export function tellOutside(outside: readonly Line[]): Skipped[] {
  return outside
    .filter((line) => /[\p{L}\p{N}]/u.test(line.text) && !isEmptyMark(line.text))
    .map((line) => ({
      code: 'text_outside_questions',
      place: line.place,
      excerpt: excerptOf(line.text),
      params: {},
    }))
}
