/** What every question must have, whatever file it came from. */
import { IMPORT_LIMITS, lettersOf, problem } from './draft.ts'
import type { DraftQuestion, Field, Problem } from './draft.ts'
import { sameKey } from './key-words.ts'
import { bareText, tidyText } from './tidy.ts'

/** Adds what is wrong with single questions, and between the questions of one file. */
export function checkQuestions(questions: readonly DraftQuestion[]): void {
  for (const question of questions) question.problems.push(...checkQuestion(question))
  checkRepeats(questions)
}

/** Pure findings about one question; the editor of a preview calls it again after each correction. */
export function checkQuestion(question: DraftQuestion): Problem[] {
  return [
    ...checkText(question),
    ...checkOptions(question),
    ...checkKey(question),
    ...checkEvidence(question),
    ...checkValidity(question),
  ]
}

function checkValidity({ validFrom, validTo, place, stem }: DraftQuestion): Problem[] {
  if (validFrom === null || validTo === null || validFrom <= validTo) return []

  return [problem('validity_order', 'error', place, { excerpt: stem, params: { validFrom, validTo } })]
}

function checkText(question: DraftQuestion): Problem[] {
  const problems: Problem[] = []
  const stem: Field = { name: 'stem' }
  if (!/[\p{L}\p{N}]/u.test(question.stem))
    problems.push(
      problem('stem_missing', 'error', question.place, {
        excerpt: question.options.join(' · '),
        field: stem,
      }),
    )
  const fields: [text: string, limit: number, field: Field][] = [
    [question.stem, IMPORT_LIMITS.stemChars, stem],
    [question.explanation, IMPORT_LIMITS.explanationChars, { name: 'explanation' }],
    ...question.options.map((option, index): [string, number, Field] => [
      option,
      IMPORT_LIMITS.optionChars,
      { name: 'option', index },
    ]),
  ]
  for (const [text, limit, field] of fields) {
    if (text.length > limit)
      problems.push(
        problem('text_too_long', 'error', question.place, {
          excerpt: text,
          params: { count: text.length, limit },
          field,
        }),
      )
    // Question marks inside words are what is left of letters that a code page did not have.
    if (/\uFFFD|\p{L}\?\p{L}/u.test(text) && /\uFFFD|\p{L}\?\p{L}.*\p{L}\?\p{L}/su.test(text))
      problems.push(problem('lost_characters', 'error', question.place, { excerpt: text, field }))
  }

  return problems
}

function checkOptions({ options, place, stem }: DraftQuestion): Problem[] {
  const problems: Problem[] = []
  const filled = options.filter((option) => option !== '').length
  if (filled < 2)
    problems.push(problem('too_few_options', 'error', place, { excerpt: stem, params: { count: filled } }))
  if (options.length > IMPORT_LIMITS.options)
    problems.push(
      problem('too_many_options', 'error', place, {
        excerpt: stem,
        params: { count: options.length, limit: IMPORT_LIMITS.options },
      }),
    )
  const seen = new Map<string, number>()
  for (const [index, option] of options.entries()) {
    const field: Field = { name: 'option', index }
    if (option === '' && filled >= 2)
      problems.push(
        problem('option_empty', 'error', place, {
          excerpt: stem,
          params: { letter: lettersOf([index]) },
          field,
        }),
      )
    const bare = bareText(option) || option
    const first = seen.get(bare)
    if (bare !== '' && first !== undefined)
      problems.push(
        problem('option_repeated', 'error', place, {
          excerpt: option,
          params: { first: lettersOf([first]), second: lettersOf([index]) },
          field,
        }),
      )
    else seen.set(bare, index)
  }

  return problems
}

const KEY_PROBLEMS = new Set([
  'key_unreadable',
  'key_ambiguous',
  'key_out_of_range',
  'key_conflict',
  'key_missing',
])

function checkKey(question: DraftQuestion): Problem[] {
  const { key, options, place, stem } = question
  const field: Field = { name: 'key' }
  if (key.length === 0) {
    const isTold = question.problems.some(
      (each) => each.severity === 'error' && (KEY_PROBLEMS.has(each.code) || each.field?.name === 'key'),
    )

    return isTold ? [] : [problem('key_missing', 'error', place, { excerpt: stem, field })]
  }
  if (key.some((index) => index >= options.length || options[index] === ''))
    return [
      problem('key_out_of_range', 'error', place, {
        excerpt: stem,
        params: { words: lettersOf(key), count: options.length },
        field,
      }),
    ]
  if (key.length === options.length && options.length > 1)
    return [problem('key_all_options', 'error', place, { excerpt: stem, field })]

  return []
}

const EVIDENCE_MAX_WORDS = 12

function checkEvidence({ evidence, place }: DraftQuestion): Problem[] {
  return evidence
    .filter((phrase) => phrase.split(/\s+/u).length > EVIDENCE_MAX_WORDS)
    .map((phrase) =>
      problem('evidence_too_long', 'error', place, {
        excerpt: phrase,
        params: { limit: EVIDENCE_MAX_WORDS },
      }),
    )
}

/** The right options by their words, so that their order does not matter. */
export function keyWordsOf(question: Pick<DraftQuestion, 'options' | 'key'>): string {
  return question.key
    .map((index) => bareText(question.options[index] ?? ''))
    .sort()
    .join('\u0000')
}

/** Stem and options by their words, whatever the order of the options. */
export function optionWordsOf(options: readonly string[]): string {
  return options
    .map((option) => bareText(option) || tidyText(option))
    .sort()
    .join('\u0000')
}

/**
 * The same question twice: the second is an error, and both are when their keys differ. The same stem with other
 * options ("Khẳng định nào đúng?") is only told.
 */
export function checkRepeats(questions: readonly DraftQuestion[]): void {
  const byStem = Map.groupBy(questions, (question) => bareText(question.stem))
  byStem.delete('')
  for (const group of byStem.values()) {
    for (const [index, question] of group.entries()) {
      const twin = group
        .slice(0, index)
        .find((other) => optionWordsOf(other.options) === optionWordsOf(question.options))
      if (twin) tellTwin(twin, question)
      else if (index > 0 && group[0])
        question.problems.push(
          problem('stem_repeated', 'warning', question.place, {
            excerpt: question.stem,
            params: { number: group[0].number },
            field: { name: 'stem' },
          }),
        )
    }
  }
}

function tellTwin(first: DraftQuestion, second: DraftQuestion): void {
  const isSame = keyWordsOf(first) === keyWordsOf(second) || sameKey(first.key, []) || sameKey(second.key, [])
  const tell = (question: DraftQuestion, other: DraftQuestion) =>
    question.problems.push(
      problem(isSame ? 'question_repeated' : 'question_repeated_other_key', 'error', question.place, {
        excerpt: question.stem,
        params: { number: other.number, ownKey: lettersOf(question.key), otherKey: lettersOf(other.key) },
        field: { name: isSame ? 'stem' : 'key' },
      }),
    )
  tell(second, first)
  if (!isSame) tell(first, second)
}
