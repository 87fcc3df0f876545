/** Decides what becomes of each question of a file when it is imported into a bank. */
import type { Difficulty } from '#app/core/rounds/blueprint.ts'
import { QuestionEntrySchema } from '#app/core/questions/question-file.ts'
import type { QuestionEntry } from '#app/core/questions/question-file.ts'
import type { DraftQuestion } from './draft.ts'
import type { Duplicate, DuplicateKind } from './duplicates.ts'
import { foldLabel } from './tidy.ts'

/** What somebody chose for a question that the bank has already, or nearly. */
export const DUPLICATE_DECISIONS = ['skip', 'add', 'replace'] as const
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number]

/** What there is to choose from, the usual first. */
export const CHOICES_BY_KIND: Readonly<Record<DuplicateKind, readonly DuplicateDecision[]>> = {
  other_key: ['skip', 'replace', 'add'],
  exact: ['skip', 'replace', 'add'],
  same_code: ['replace', 'skip', 'add'],
  near: ['add', 'skip', 'replace'],
}

/** A choice with the likeness that was before the eyes of whoever chose. */
export type Decided = { decision: DuplicateDecision; about: Pick<Duplicate, 'kind' | 'code'> }

export type ImportSettings = {
  /** Code of the topic for questions that name none, or none that the bank has; null: they fail. */
  defaultTopic: string | null
  defaultDifficulty: Difficulty
  /** By index into the drafts. */
  decisions: ReadonlyMap<number, Decided>
}

export type BankTopic = { code: string; title: string }

export const FAILURE_REASONS = ['has_errors', 'topic_unknown', 'undecided', 'invalid'] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

export type ImportPlan = {
  /** Entries for questions that are new, with their topic's code. */
  additions: { index: number; topic: string; entry: QuestionEntry }[]
  /** Entries that become the next version of a question of the bank. */
  updates: { index: number; topic: string; entry: QuestionEntry; kind: DuplicateKind }[]
  /** Left out because the bank has them. */
  skipped: number[]
  failed: { index: number; number: number; reason: FailureReason }[]
}

/**
 * @param takenCodes all codes of the bank, retired questions too: a code is never used for another question
 * @param duplicates what findDuplicates says now, not what a preview said some time ago
 */
export function planImport(
  drafts: readonly DraftQuestion[],
  duplicates: readonly Duplicate[],
  topics: readonly BankTopic[],
  takenCodes: Iterable<string>,
  settings: ImportSettings,
): ImportPlan {
  const plan: ImportPlan = { additions: [], updates: [], skipped: [], failed: [] }
  const byIndex = new Map(duplicates.map((duplicate) => [duplicate.index, duplicate]))
  const nextCode = codeGiver(takenCodes)
  for (const [index, draft] of drafts.entries()) {
    const duplicate = byIndex.get(index)
    const decision = duplicate ? fateOf(duplicate, settings.decisions.get(index)) : 'add'
    const topic = topicCodeOf(draft.topic, topics) ?? settings.defaultTopic
    const fail = (reason: FailureReason) => plan.failed.push({ index, number: draft.number, reason })
    if (draft.problems.some((each) => each.severity === 'error')) fail('has_errors')
    else if (decision === 'skip') plan.skipped.push(index)
    else if (decision === null) fail('undecided')
    else if (topic === null || !topics.some(({ code }) => code === topic)) fail('topic_unknown')
    else {
      const isUpdate = duplicate !== undefined && decision === 'replace'
      const entry = entryOf(
        draft,
        isUpdate ? duplicate.code : nextCode(draft.code, topic),
        settings.defaultDifficulty,
      )
      if (!entry) fail('invalid')
      else if (isUpdate) plan.updates.push({ index, topic, entry, kind: duplicate.kind })
      else plan.additions.push({ index, topic, entry })
    }
  }

  return plan
}

/**
 * What becomes of a duplicate as the bank is now. A choice holds for the likeness it was made about: when the bank has
 * changed since and the question is like another one, or contradicts it now, somebody has to look again.
 */
function fateOf(duplicate: Duplicate, decided: Decided | undefined): DuplicateDecision | null {
  if (!decided) return decisionOf(duplicate, undefined)
  const { kind, code } = decided.about
  if (kind === duplicate.kind && code === duplicate.code) return decided.decision

  return duplicate.kind === 'exact' ? 'skip' : null
}

/** Unasked, what the bank has is left out, a near match is added, and a contradiction waits for somebody. */
export function decisionOf(
  duplicate: Duplicate,
  chosen: DuplicateDecision | undefined,
): DuplicateDecision | null {
  if (chosen) return chosen
  switch (duplicate.kind) {
    case 'exact':
      return 'skip'
    case 'other_key':
      return null
    case 'same_code':
      return 'replace'
    case 'near':
      return 'add'
    default:
      return duplicate.kind satisfies never
  }
}

/** @returns the topic that words name by its code or title */
export function topicCodeOf(words: string | null, topics: readonly BankTopic[]): string | null {
  if (words === null) return null
  const folded = foldLabel(words)
  const found =
    topics.find(({ code, title }) => code === words || title === words) ??
    topics.find(({ code, title }) => foldLabel(code) === folded || foldLabel(title) === folded)

  return found?.code ?? null
}

/** Running numbers behind the topic's code; an author's own code is kept when nobody has it. */
function codeGiver(takenCodes: Iterable<string>): (wanted: string | null, topic: string) => string {
  const taken = new Set(takenCodes)
  const last = new Map<string, number>()

  return (wanted, topic) => {
    const own = wanted !== null && !taken.has(wanted) ? wanted : nextOf(topic)
    taken.add(own)

    return own
  }

  function nextOf(topic: string): string {
    for (let number = (last.get(topic) ?? 0) + 1; ; number++) {
      const code = `${topic}-${String(number).padStart(3, '0')}`
      if (taken.has(code)) continue
      last.set(topic, number)

      return code
    }
  }
}

/** @returns null when the bank's own format refuses it */
function entryOf(draft: DraftQuestion, id: string, defaultDifficulty: Difficulty): QuestionEntry | null {
  const { stem, options, key, explanation, citations, evidence, review, validFrom, validTo } = draft
  const parsed = QuestionEntrySchema.safeParse({
    id,
    difficulty: draft.difficulty ?? defaultDifficulty,
    stem,
    options,
    answer: key,
    ...(explanation === '' ? {} : { explanation }),
    ...(citations.length === 0 ? {} : { citation: citations }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(review === null ? {} : { review }),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validTo === null ? {} : { validTo }),
  })

  return parsed.success ? parsed.data : null
}
