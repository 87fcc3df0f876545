import { diffWordsWithSpace } from 'diff'
import { writtenDay } from '../../core/calendar-day.ts'
import { formatProvision } from '../../core/questions/citation.ts'
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
    citations: content.citations.map(formatProvision).join('; '),
    evidence: content.evidence.join('; '),
    validity: [content.validFrom, content.validTo]
      .map((day) => (day === null ? '' : writtenDay(day)))
      .join(' – ')
      .trim(),
  }
}

/** With less than this share of words in common, the old text and then the new one read better than a mixture. */
const MIXED_FROM = 0.4

/** So many characters stand beside each other. */
const ONE_LINE = 60

function partsOf(before: string, after: string): DiffPart[] {
  const parts = diffWordsWithSpace(before, after).map(({ added, removed, value }): DiffPart => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
  const kept = parts.filter(({ kind, text }) => kind === 'same' && text.trim() !== '')
  const keptLength = kept.reduce((sum, { text }) => sum + text.length, 0)
  if (before === '' || after === '' || keptLength >= MIXED_FROM * Math.min(before.length, after.length))
    return parts

  return [
    { kind: 'removed', text: before },
    { kind: 'same', text: before.length + after.length > ONE_LINE ? '\n' : ' ' },
    { kind: 'added', text: after },
  ]
}
