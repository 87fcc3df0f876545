import { diffWordsWithSpace } from 'diff'
import type { StaffVersion } from './question-views.server.ts'

export type DiffField =
  | { name: 'topic' | 'difficulty' | 'stem' | 'key' | 'explanation' | 'citations' | 'evidence' | 'validity' }
  | { name: 'option'; index: number }
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }
/** A field in which two versions differ, word by word. */
export type FieldDiff = { field: DiffField; parts: DiffPart[] }

/** The fields in which two versions differ, in the order a question is read. */
export function diffVersions(from: StaffVersion, to: StaffVersion): FieldDiff[] {
  const optionCount = Math.max(from.content.options.length, to.content.options.length)
  const before = textsOf(from)
  const after = textsOf(to)
  const fields: DiffField[] = [
    { name: 'topic' },
    { name: 'difficulty' },
    { name: 'stem' },
    ...Array.from({ length: optionCount }, (_, index) => ({ name: 'option' as const, index })),
    { name: 'key' },
    { name: 'explanation' },
    { name: 'citations' },
    { name: 'evidence' },
    { name: 'validity' },
  ]

  return fields
    .map((field) => ({ field, before: textOf(field, from, before), after: textOf(field, to, after) }))
    .filter(({ before: old, after: now }) => old !== now)
    .map(({ field, before: old, after: now }) => ({ field, parts: partsOf(old, now) }))
}

type Texts = Readonly<Record<Exclude<DiffField['name'], 'option'>, string>>

function textOf(field: DiffField, { content }: StaffVersion, texts: Texts): string {
  return field.name === 'option' ? (content.options[field.index] ?? '') : texts[field.name]
}

function textsOf({ content, topicTitle }: StaffVersion): Texts {
  return {
    topic: topicTitle,
    difficulty: String(content.difficulty),
    stem: content.stem,
    key: content.key.map((index) => String.fromCharCode('A'.charCodeAt(0) + index)).join(', '),
    explanation: content.explanation,
    citations: content.citations.join(', '),
    evidence: content.evidence.join('; '),
    validity: [content.validFrom ?? '', content.validTo ?? ''].join(' – ').trim(),
  }
}

function partsOf(before: string, after: string): DiffPart[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
