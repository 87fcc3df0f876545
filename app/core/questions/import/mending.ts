/** Corrections of a question in the preview of a file, and what is wrong with it afterwards. */
import { applyCitations } from './annotations.ts'
import { checkQuestion, checkRepeats } from './checks.ts'
import type { DraftQuestion, Problem, ProblemCode } from './draft.ts'
import { tidyText } from './tidy.ts'

/** What somebody wrote over a question; the rest of it stays as the file has it. */
export type Fix = Pick<DraftQuestion, 'topic' | 'difficulty' | 'stem' | 'options' | 'key' | 'explanation'> & {
  /** As typed: ids, or words. */
  citations: string
  evidence: readonly string[]
}

/**
 * The question as corrected. What the reader of the file had to tell was seen by whoever saved the correction, so only
 * what the rules find is left; repeats in the file are looked for apart, because they concern others too.
 */
export function mend(question: DraftQuestion, fix: Fix): DraftQuestion {
  const mended: DraftQuestion = {
    ...question,
    topic: fix.topic,
    difficulty: fix.difficulty,
    ...optionsOf(fix),
    stem: tidyText(fix.stem),
    explanation: tidyText(fix.explanation),
    citations: [],
    evidence: fix.evidence.map(tidyText).filter(Boolean),
    problems: [],
  }
  applyCitations(mended, fix.citations)
  mended.problems.push(...checkQuestion(mended))

  return mended
}

/** Empty options at the end count as not there, unless one is marked as right. */
function optionsOf({ options, key }: Fix): Pick<DraftQuestion, 'options' | 'key'> {
  const tidy = options.map(tidyText)
  const lastUsed = tidy.findLastIndex((option, index) => option !== '' || key.includes(index))

  return { options: tidy.slice(0, lastUsed + 1), key: [...new Set(key)].sort((a, b) => a - b) }
}

/**
 * Puts the proposal of a problem in the place of the words it is about. The other problems of the reader stay: nobody
 * said that they were seen.
 * @returns null when the problem proposes nothing, or its words are not in the question
 */
export function takeProposal(question: DraftQuestion, problemIndex: number): DraftQuestion | null {
  const taken = question.problems[problemIndex]
  if (taken?.proposal === undefined) return null
  const { proposal, excerpt, field } = taken
  const rest = question.problems.filter((each) => each !== taken && !FOUND_BY_RULES.has(each.code))
  const isMeant = (text: string): boolean => tidyText(text) === tidyText(excerpt)
  const changed: DraftQuestion = { ...question, problems: rest }
  const option = field?.name === 'option' ? field.index : question.options.findIndex(isMeant)
  if (field?.name === 'stem' || (!field && isMeant(question.stem))) changed.stem = proposal
  else if (option >= 0 && option < question.options.length)
    changed.options = question.options.with(option, proposal)
  else if (isMeant(question.explanation)) changed.explanation = proposal
  else return null
  changed.problems = [...rest, ...checkQuestion(changed)]

  return changed
}

/** Whether `takeProposal` would do something. */
export function canTakeProposal(question: DraftQuestion, problemIndex: number): boolean {
  return takeProposal(question, problemIndex) !== null
}

/**
 * Puts every proposal of one kind of problem in its place.
 * @returns null when that would do nothing
 */
export function takeProposalsOf(question: DraftQuestion, code: ProblemCode): DraftQuestion | null {
  const index = question.problems.findIndex(
    (each, place) => each.code === code && canTakeProposal(question, place),
  )
  const taken = index < 0 ? null : takeProposal(question, index)

  return taken && (takeProposalsOf(taken, code) ?? taken)
}

/** The author of the file agreed to the conversion from a font from before Unicode. */
export function agreeToConversion(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => code !== 'legacy_font')
}

const REPEATS: ReadonlySet<ProblemCode> = new Set([
  'question_repeated',
  'question_repeated_other_key',
  'stem_repeated',
])

const FOUND_BY_RULES: ReadonlySet<ProblemCode> = new Set([
  'stem_missing',
  'text_too_long',
  'lost_characters',
  'too_few_options',
  'too_many_options',
  'option_empty',
  'option_repeated',
  'key_missing',
  'key_out_of_range',
  'key_all_options',
  'evidence_too_long',
  'validity_order',
])

/** Looks anew for repeats among questions of one stem, in the order of the file. */
export function recheckRepeats(questions: readonly DraftQuestion[]): DraftQuestion[] {
  const bare = questions.map((question) => ({
    ...question,
    problems: question.problems.filter(({ code }) => !REPEATS.has(code)),
  }))
  checkRepeats(bare)

  return bare
}
