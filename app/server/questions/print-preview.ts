import { writtenDay } from '../../core/calendar-day.ts'
import type { DomainError } from '../../core/domain-error.ts'
import { lettersOf } from '../../core/questions/import/draft.ts'
import type { DraftQuestion, Problem, Skipped } from '../../core/questions/import/draft.ts'
import type { Duplicate } from '../../core/questions/import/duplicates.ts'
import {
  describePlace,
  describeProblem,
  describeRefusal,
  questionImport,
} from '../../i18n/messages/question-import.ts'
import { translate } from '../../i18n/messages.ts'
import type { ImportSummary } from '../../services/questions/question-import.server.ts'
import type { QuestionFilePreview } from '../../services/questions/files/preview.server.ts'

const t = translate('vi', questionImport)

/** What `preview --json` prints; questions/README.md describes it. */
export function previewAsJson(preview: QuestionFilePreview) {
  return {
    file: preview.fileName,
    format: preview.format,
    encoding: preview.encoding,
    legacyEncoding: preview.legacy,
    counts: preview.counts,
    questions: preview.questions.map((question) => ({
      number: question.number,
      place: placeOf(question.place),
      code: question.code,
      topic: question.topic,
      difficulty: question.difficulty,
      stem: question.stem,
      options: question.options,
      key: question.key,
      keyLetters: lettersOf(question.key),
      isMultiple: question.key.length > 1,
      explanation: question.explanation,
      citations: question.citations,
      evidence: question.evidence,
      review: question.review,
      validFrom: question.validFrom,
      validTo: question.validTo,
      problems: question.problems.map(problemOf),
    })),
    problems: allProblems(preview).map(problemOf),
    skipped: preview.skipped.map((each) => ({
      code: each.code,
      place: placeOf(each.place),
      message: describeProblem(t, each),
      excerpt: each.excerpt,
    })),
    duplicates: preview.duplicates.map((each) => ({
      number: preview.questions[each.index]?.number ?? 0,
      kind: each.kind,
      code: each.code,
      message: duplicateSentence(each),
    })),
  }
}

/** Problems of the file and of its questions, in the order of the file. */
export function allProblems(preview: QuestionFilePreview): Problem[] {
  return [...preview.problems, ...preview.questions.flatMap((question) => question.problems)]
}

function problemOf(problem: Problem) {
  const { severity, code, place, excerpt, proposal } = problem

  return {
    severity,
    code,
    place: placeOf(place),
    message: describeProblem(t, problem),
    excerpt,
    proposal: proposal ?? null,
  }
}

function placeOf(place: Problem['place']) {
  return { ...place, text: describePlace(t, place) }
}

/** The preview as people read it. */
export function previewAsText(preview: QuestionFilePreview): string {
  const { counts } = preview
  const head = [
    `${preview.fileName}: ${preview.format}${preview.encoding ? ` (${preview.encoding})` : ''}`,
    `${counts.questions} câu hỏi: ${counts.good} nhập được (${counts.withWarnings} có lưu ý), ${counts.withErrors} có lỗi · bỏ qua ${counts.skipped}`,
    ...preview.problems.map(problemLine),
  ]
  const byIndex = new Map(preview.duplicates.map((duplicate) => [duplicate.index, duplicate]))
  const questions = preview.questions.map((question, index) => questionText(question, byIndex.get(index)))
  const skipped =
    preview.skipped.length > 0 ? [['Bỏ qua:', ...preview.skipped.map(skippedLine)].join('\n')] : []

  return [head.join('\n'), ...questions, ...skipped].join('\n\n')
}

function questionText(question: DraftQuestion, duplicate: Duplicate | undefined): string {
  const facts = [question.code, question.topic, question.difficulty && `mức ${question.difficulty}`].filter(
    Boolean,
  )

  return [
    `Câu ${question.number} (${describePlace(t, { ...question.place, question: undefined })})${facts.length ? ` [${facts.join(' · ')}]` : ''}: ${question.stem}`,
    ...question.options.map(
      (option, index) => `  ${question.key.includes(index) ? '*' : ' '} ${lettersOf([index])}. ${option}`,
    ),
    `  Đáp án: ${lettersOf(question.key) || '—'}`,
    ...(question.explanation ? [`  Giải thích: ${question.explanation}`] : []),
    ...(question.citations.length ? [`  Căn cứ: ${question.citations.join(', ')}`] : []),
    ...(question.validFrom || question.validTo
      ? [`  Hiệu lực: ${writtenDay(question.validFrom ?? '…')} – ${writtenDay(question.validTo ?? '…')}`]
      : []),
    ...question.problems.map(problemLine),
    ...(duplicate ? [`  ! ${duplicateSentence(duplicate)}`] : []),
  ].join('\n')
}

function problemLine(problem: Problem): string {
  const proposal = problem.proposal === undefined ? '' : ` ${t('proposal', { proposal: problem.proposal })}`
  const excerpt = problem.excerpt ? ` — “${problem.excerpt}”` : ''

  return `  ${t(problem.severity)} (${describePlace(t, problem.place)}): ${describeProblem(t, problem)}${excerpt}${proposal}`
}

function skippedLine(skipped: Skipped): string {
  return `  ${describePlace(t, skipped.place)}: ${describeProblem(t, skipped)} — “${skipped.excerpt}”`
}

/** The sentence about a duplicate. */
export function duplicateSentence({ kind, code, keyWords, stem }: Duplicate): string {
  return t(`duplicate_${kind}`, { code, keyWords: keyWords.join('; '), stem })
}

/** The sentence for a refusal. */
export function describeFailure(error: DomainError): string {
  if (error.code === 'question_file_refused') return describeRefusal(t, error.details)
  if (error.code === 'not_found') return t('bankUnknown')
  if (error.code !== 'import_not_whole') return error.code
  const { failed } = error.details as { failed: ImportSummary['failed'] }

  return [t('importNotWhole'), ...failed.map(failureLine)].join('\n')
}

/** What `preview --json` prints for a file that is not read at all. */
export function refusalAsJson(fileName: string, error: DomainError) {
  const problem = {
    severity: 'error',
    code: `file_${String(error.details['reason'])}`,
    place: placeOf({}),
    message: describeFailure(error),
    excerpt: '',
    proposal: null,
  }
  const counts = { questions: 0, good: 0, withErrors: 0, withWarnings: 0, skipped: 0, duplicates: 0 }

  return {
    file: fileName,
    format: null,
    encoding: null,
    legacyEncoding: null,
    counts,
    questions: [],
    problems: [problem],
    skipped: [],
    duplicates: [],
  }
}

/** What an import did. */
export function describeSummary(summary: ImportSummary): string {
  const { added, changed, unchanged, skipped, failed } = summary

  return [
    t('importSummary', { added, changed, unchanged, skipped, failed: failed.length }),
    ...failed.map(failureLine),
  ].join('\n')
}

function failureLine({ number, reason }: ImportSummary['failed'][number]): string {
  return `  ${t('placeQuestion', { question: number })}: ${t(`failure_${reason}`)}`
}
