/** Topic files of our own (questions/README.md), read entry by entry so that a broken one does not stop the rest. */
import { z } from 'zod'
import { emptyDraft, problem } from './draft.ts'
import type { DraftQuestion, ParsedFile } from './draft.ts'
import { applyCitations, applyCode, applyDifficulty } from './annotations.ts'
import { tidyText } from './tidy.ts'

/** An entry as data, and the line where it begins. */
export type YamlEntry = { value: unknown; line: number }
export type YamlTopic = { topic: string; title: string; entries: readonly YamlEntry[] }

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const listOf = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((value) => [value])])

const EntrySchema = z.object({
  id: scalar.optional(),
  difficulty: scalar.optional(),
  stem: scalar.optional(),
  options: z.array(scalar).optional(),
  answer: listOf(z.number().int()).optional(),
  explanation: scalar.nullish(),
  citation: listOf(scalar).nullish(),
  evidence: listOf(scalar).nullish(),
  review: scalar.nullish(),
})

export function readYamlTopics(topics: readonly YamlTopic[]): ParsedFile {
  const questions: DraftQuestion[] = []
  for (const topic of topics)
    for (const entry of topic.entries) questions.push(readEntry(entry, topic, questions.length + 1))

  return { questions, problems: [], skipped: [] }
}

function readEntry({ value, line }: YamlEntry, topic: YamlTopic, number: number): DraftQuestion {
  const draft = emptyDraft(number, { line })
  draft.topic = topic.topic
  const parsed = EntrySchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    draft.problems.push(
      problem('yaml_invalid', 'error', draft.place, { params: { field: issue?.path.join('.') || '?' } }),
    )

    return draft
  }
  const entry = parsed.data
  draft.stem = tidyText(entry.stem ?? '')
  draft.options = (entry.options ?? []).map(tidyText)
  draft.key = [...new Set(entry.answer ?? [])].sort((a, b) => a - b)
  draft.explanation = tidyText(entry.explanation ?? '')
  draft.evidence = (entry.evidence ?? []).map(tidyText)
  draft.review = entry.review ? tidyText(entry.review) : null
  applyCode(draft, entry.id ?? '')
  applyDifficulty(draft, entry.difficulty ?? '')
  applyCitations(draft, (entry.citation ?? []).join('; '))
  keepRange(draft)

  return draft
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
