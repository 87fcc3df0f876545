/** Where something stands in an uploaded file, as its author finds it again. All counts begin at 1. */
export type Place = {
  /** Number of the question, by its own numbering where it has one. */
  question?: number
  sheet?: string
  row?: number
  /** Letter of the column: "C". */
  column?: string
  paragraph?: number
  line?: number
}

export type Severity = 'error' | 'warning'

/** The part of a question that a problem is about; what a proposal would replace. */
export type Field =
  | { name: 'stem' | 'key' | 'explanation' | 'citations' | 'topic' | 'difficulty' | 'code' }
  | { name: 'option'; index: number }

/** Everything that can be wrong with a file or a question; the sentences are in app/i18n/messages/question-import. */
export const PROBLEM_CODES = [
  // the file
  'no_questions',
  'too_many_questions',
  'legacy_encoding',
  'key_without_question',
  'key_table_ambiguous',
  'headings_assumed',
  'sheet_hidden',
  'sheet_without_questions',
  'row_without_question',
  'text_outside_questions',
  'type_not_supported',
  'tracked_changes',
  'content_not_read',
  // a question
  'stem_missing',
  'too_few_options',
  'too_many_options',
  'option_empty',
  'option_repeated',
  'letters_broken',
  'letters_reordered',
  'key_missing',
  'key_out_of_range',
  'key_unreadable',
  'key_ambiguous',
  'key_conflict',
  'key_all_options',
  'text_too_long',
  'question_repeated',
  'question_repeated_other_key',
  'stem_repeated',
  'citation_unreadable',
  'citation_other_document',
  'difficulty_unreadable',
  'code_unreadable',
  'evidence_too_long',
  'validity_unreadable',
  'validity_order',
  'several_marked',
  'options_supplied',
  'explanation_unlabelled',
  'line_joined',
  'legacy_font',
  'lost_characters',
  'picture_not_imported',
  'formula_flattened',
  'text_box',
  'hidden_text',
  'row_hidden',
  'cell_date',
  'cell_date_short',
  'cell_number',
  'cell_formula',
  'cell_formula_without_value',
  'cell_error',
  'partial_credit',
  'yaml_invalid',
  'syntax_broken',
  'quote_open',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type Problem = {
  code: ProblemCode
  severity: Severity
  place: Place
  /** The words in question, shortened. */
  excerpt: string
  /** Values of the sentence's placeholders. */
  params: Readonly<Record<string, string | number>>
  field?: Field
  /** What the field could say instead; never applied unasked. */
  proposal?: string
}

/** A question as read from a file, whole or not. */
export type DraftQuestion = {
  /** Its number in the file: the author's, or else its order. */
  number: number
  place: Place
  code: string | null
  topic: string | null
  difficulty: 1 | 2 | 3 | null
  stem: string
  options: string[]
  /** Indices into options, ascending; empty when the file does not say, or says two things. */
  key: number[]
  explanation: string
  /** Ids such as D21.1.a. */
  citations: string[]
  evidence: string[]
  review: string | null
  /** Days such as 2026-10-01; null: without a limit. */
  validFrom: string | null
  validTo: string | null
  problems: Problem[]
}

/** Something that was left out on purpose, with the reason as a problem code. */
export type Skipped = {
  code: ProblemCode
  place: Place
  excerpt: string
  params: Readonly<Record<string, string | number>>
}

/** What the parsers of the formats give. */
export type ParsedFile = { questions: DraftQuestion[]; problems: Problem[]; skipped: Skipped[] }

export const IMPORT_LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  questions: 5_000,
  stemChars: 2_000,
  optionChars: 1_000,
  explanationChars: 5_000,
  options: 8,
} as const

const EXCERPT_CHARS = 80

/** The beginning of a text, to recognise it by. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()

  return line.length <= EXCERPT_CHARS ? line : `${[...line].slice(0, EXCERPT_CHARS - 1).join('')}…`
}

type ProblemFacts = {
  excerpt?: string
  params?: Problem['params']
  field?: Field
  proposal?: string
}

export function problem(
  code: ProblemCode,
  severity: Severity,
  place: Place,
  facts: ProblemFacts = {},
): Problem {
  const { excerpt = '', params = {}, field, proposal } = facts

  return {
    code,
    severity,
    place,
    excerpt: excerptOf(excerpt),
    params,
    ...(field ? { field } : {}),
    ...(proposal === undefined ? {} : { proposal }),
  }
}

/** An empty draft at a place; parsers fill it. */
export function emptyDraft(number: number, place: Place): DraftQuestion {
  return {
    number,
    place: { question: number, ...place },
    code: null,
    topic: null,
    difficulty: null,
    stem: '',
    options: [],
    key: [],
    explanation: '',
    citations: [],
    evidence: [],
    review: null,
    validFrom: null,
    validTo: null,
    problems: [],
  }
}

/** 0 → "A". */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}

/** [0, 2] → "A, C". */
export function lettersOf(key: readonly number[]): string {
  return key.map(letterOf).join(', ')
}
