/** Topic files of our own (questions/README.md), read entry by entry so that a broken one does not stop the rest. */
import { z } from 'zod'
import { emptyDraft, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile, Severity } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty, applyValidity } from './annotations.ts'
import { tidyText } from './tidy.ts'

/** An entry as data, and the line where it begins. */
export type YamlEntry = { value: unknown; line: number }
export type YamlTopic = { topic: string; title: string; entries: readonly YamlEntry[] }

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const listOf = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((value) => [value])])

const FIELDS = {
  id: scalar.optional(),
  difficulty: scalar.optional(),
  stem: scalar.optional(),
  options: z.array(scalar).optional(),
  answer: listOf(z.number().int()).optional(),
  explanation: scalar.nullish(),
  citation: listOf(scalar).nullish(),
  evidence: listOf(scalar).nullish(),
  review: scalar.nullish(),
  validFrom: scalar.nullish(),
  validTo: scalar.nullish(),
}
type Entry = { [Name in keyof typeof FIELDS]: z.output<(typeof FIELDS)[Name]> }

export function readYamlTopics(topics: readonly YamlTopic[]): ParsedFile {
  const questions: DraftQuestion[] = []
  for (const topic of topics)
    for (const entry of topic.entries) questions.push(readEntry(entry, topic, questions.length + 1))

  return { questions, problems: [], skipped: [] }
}

function readEntry({ value, line }: YamlEntry, topic: YamlTopic, number: number): DraftQuestion {
  const draft = emptyDraft(number, { line })
  draft.topic = topic.topic
  const entry = entryOf(value, draft)
  draft.stem = tidyText(entry.stem ?? '')
  draft.options = (entry.options ?? []).map(tidyText)
  draft.key = [...new Set(entry.answer ?? [])].sort((a, b) => a - b)
  draft.explanation = tidyText(entry.explanation ?? '')
  draft.evidence = (entry.evidence ?? []).map(tidyText)
  draft.review = entry.review ? tidyText(entry.review) : null
  applyCode(draft, entry.id ?? '')
  applyDifficulty(draft, entry.difficulty ?? '')
  applyCitations(draft, (entry.citation ?? []).join('; '))
  applyValidity(draft, 'validFrom', entry.validFrom ?? '')
  applyValidity(draft, 'validTo', entry.validTo ?? '')
  keepRange(draft)

  return draft
}

/** What can be read of an entry: a field that is wrong is told and left out, one that nobody knows is told. */
function entryOf(value: unknown, draft: DraftQuestion): Partial<Entry> {
  const raw = z.record(z.string(), z.unknown()).safeParse(value)
  if (!raw.success) {
    tellInvalid(draft, 'error', '?')

    return {}
  }
  const entry: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(raw.data)) {
    const schema = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof typeof FIELDS] : null
    const parsed = schema?.safeParse(field)
    if (!parsed) tellInvalid(draft, 'warning', name)
    else if (parsed.success) entry[name] = parsed.data
    else tellInvalid(draft, 'error', [name, ...(parsed.error.issues[0]?.path ?? [])].join('.'))
  }

  return entry
}

function tellInvalid(draft: DraftQuestion, severity: Severity, field: string): void {
  draft.problems.push(
    problem('yaml_invalid', severity, draft.place, {
      params: { field },
      ...(field.startsWith('answer') ? { field: { name: 'key' as const } } : {}),
    }),
  )
}

function keepRange(draft: DraftQuestion): void {
  if (draft.key.every((index) => index >= 0 && index < draft.options.length)) return
  draft.problems.push(
    problem('key_out_of_range', 'error', draft.place, {
      excerpt: draft.stem,
      params: { words: draft.key.join(', '), count: draft.options.length },
      field: { name: 'key' },
    }),
  )
  draft.key = []
}
