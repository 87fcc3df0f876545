/** Brings together all places in which a file gives the key of one question. */
import { lettersOf, problem } from './draft.ts'
import type { DraftQuestion, Place, Problem } from './draft.ts'
import type { KeyEntry, KeyTable } from './key-table.ts'
import { readKey, sameKey } from './key-words.ts'
import type { MarkEvidence } from './marks.ts'

export type StatedKey = {
  source: 'answer_line' | 'key_table' | 'key_column' | 'question'
  words: string
  place: Place
}

export type KeyFindings = {
  key: number[]
  problems: Problem[]
  /** Words after a stated key, "B. Vì …": an explanation. */
  rest: string
}

type Claim = { source: string; key: number[]; place: Place }

/**
 * @param letters labels of the options as shown
 * @returns no key when there is none, when it can't be read, or when two places disagree
 */
export function findKey(
  draft: Pick<DraftQuestion, 'options' | 'place' | 'stem'>,
  stated: readonly StatedKey[],
  marks: readonly MarkEvidence[],
  letters?: readonly string[],
): KeyFindings {
  const readings = stated.map((each) => ({ each, reading: readKey(each.words, draft.options, letters) }))
  const problems = readings.flatMap(({ each, reading }) =>
    'code' in reading
      ? [
          problem(
            reading.code,
            'error',
            { ...draft.place, ...each.place },
            {
              excerpt: each.words,
              params: { words: each.words, count: draft.options.length },
              field: { name: 'key' },
            },
          ),
        ]
      : [],
  )
  const claims = [
    ...readings.flatMap(({ each, reading }) =>
      'key' in reading ? [{ source: each.source, key: reading.key, place: each.place }] : [],
    ),
    ...marks
      .filter((mark) => !mark.isWeak)
      .map((mark) => ({ source: mark.kind, key: mark.key, place: draft.place })),
  ]
  const weak = claims.length === 0 && stated.length === 0 ? marks[0] : undefined
  if (weak) claims.push({ source: weak.kind, key: weak.key, place: draft.place })
  const conflict = conflictOf(claims, draft)
  const isCertain = !conflict && problems.length === 0
  const [first] = claims
  if (first && isCertain && isUnexpected(first, stated, draft.stem))
    problems.push(
      problem('several_marked', 'warning', draft.place, {
        excerpt: draft.stem,
        params: { count: first.key.length, letters: lettersOf(first.key) },
        field: { name: 'key' },
      }),
    )

  return {
    key: isCertain ? (first?.key ?? []) : [],
    problems: conflict ? [...problems, conflict] : problems,
    rest: readings
      .map(({ reading }) => ('key' in reading ? reading.rest : ''))
      .filter(Boolean)
      .join(' '),
  }
}

const SAYS_SEVERAL = /(?<!\p{L})(?:những|các|nhiều|tất cả|(?:chọn|có)\s+(?:\d|hai|ba|bốn))(?![\p{L}\p{M}])/iu

/** Several options look marked, nothing else gives the key, and the stem asks for one: perhaps only stressed. */
function isUnexpected({ source, key }: Claim, stated: readonly StatedKey[], stem: string): boolean {
  return stated.length === 0 && source !== 'tick' && key.length > 1 && !SAYS_SEVERAL.test(stem)
}

function conflictOf(claims: readonly Claim[], draft: Pick<DraftQuestion, 'place' | 'stem'>): Problem | null {
  const [first, ...others] = claims
  const other = others.find((claim) => first && !sameKey(claim.key, first.key))
  if (!first || !other) return null

  return problem(
    'key_conflict',
    'error',
    { ...draft.place, ...first.place },
    {
      excerpt: draft.stem,
      params: {
        firstSource: first.source,
        firstKey: lettersOf(first.key),
        secondSource: other.source,
        secondKey: lettersOf(other.key),
      },
      field: { name: 'key' },
    },
  )
}

/**
 * Gives questions that were read from tables the keys that stand apart from them, by number.
 * @returns keys of no question, or why none could be given: numbers that begin again
 */
export function addTableKeys(questions: readonly DraftQuestion[], tables: readonly KeyTable[]): Problem[] {
  const entries = new Map(tables.flatMap((table) => table.entries).map((entry) => [entry.number, entry]))
  if (entries.size === 0) return []
  if (new Set(questions.map((question) => question.number)).size < questions.length)
    return [
      problem('key_table_ambiguous', 'error', tables[0]?.place ?? {}, {
        params: { tables: tables.length, parts: questions.filter(({ number }) => number === 1).length },
      }),
    ]
  for (const question of questions) {
    const entry = entries.get(question.number)
    if (entry) addTableKey(question, entry)
    entries.delete(question.number)
  }

  return [...entries.values()].map(tellUnusedKey)
}

function addTableKey(question: DraftQuestion, entry: KeyEntry): void {
  const stated: StatedKey[] = [{ source: 'key_table', words: entry.words, place: entry.place }]
  if (question.key.length > 0)
    stated.push({ source: 'question', words: lettersOf(question.key), place: question.place })
  const findings = findKey(question, stated, [])
  question.key = findings.key
  question.problems.push(...findings.problems)
  question.explanation ||= entry.explanation
}

/** A key whose question is not in the file. */
export function tellUnusedKey({ number, words, place }: KeyEntry): Problem {
  return problem('key_without_question', 'warning', place, {
    excerpt: `${number} ${words}`,
    params: { number, words },
  })
}
