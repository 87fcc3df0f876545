import { writtenDay } from '#app/core/calendar-day.ts'
import { letterOf, lettersOf } from '#app/core/questions/import/draft.ts'
import type { DraftQuestion } from '#app/core/questions/import/draft.ts'
import { optionLabelOf } from '#app/core/questions/import/labels.ts'
import { bareText } from '#app/core/questions/import/tidy.ts'
import type { TopicFile } from '#app/core/questions/question-file.ts'

/** Rows of our workbook: the first holds the headings, which our import recognises. */
export type SheetRows = { headings: string[]; rows: string[][] }

const LEAST_OPTIONS = 4

/** A bank as rows. */
export function rowsOfBank(topics: readonly TopicFile[]): SheetRows {
  const questions = topics.flatMap((topic) =>
    topic.questions.map((entry): SheetQuestion => ({
      code: entry.id,
      topic: topic.title,
      difficulty: String(entry.difficulty),
      stem: entry.stem,
      options: entry.options,
      key: lettersOf(entry.answer),
      explanation: entry.explanation,
      citations: entry.citation,
      evidence: entry.evidence,
      review: entry.review ?? '',
      validFrom: entry.validFrom ?? '',
      validTo: entry.validTo ?? '',
    })),
  )

  return toRows(questions)
}

/**
 * Questions that could not be imported, to be corrected and uploaded again.
 * @param describe the sentence about what is wrong with one
 */
export function rowsOfDrafts(
  drafts: readonly DraftQuestion[],
  describe: (draft: DraftQuestion) => string,
): SheetRows {
  const { headings, rows } = toRows(
    drafts.map((draft) => ({
      code: draft.code ?? '',
      topic: draft.topic ?? '',
      difficulty: draft.difficulty === null ? '' : String(draft.difficulty),
      stem: draft.stem,
      options: draft.options,
      key: lettersOf(draft.key),
      explanation: draft.explanation,
      citations: draft.citations,
      evidence: draft.evidence,
      review: draft.review ?? '',
      validFrom: draft.validFrom ?? '',
      validTo: draft.validTo ?? '',
    })),
  )

  return {
    headings: [...headings, 'Lỗi cần sửa'],
    rows: rows.map((row, index) => [...row, describe(drafts[index] as DraftQuestion)]),
  }
}

type SheetQuestion = {
  code: string
  topic: string
  difficulty: string
  stem: string
  options: readonly string[]
  key: string
  explanation: string
  citations: readonly string[]
  evidence: readonly string[]
  review: string
  validFrom: string
  validTo: string
}

function toRows(questions: readonly SheetQuestion[]): SheetRows {
  const width = Math.max(LEAST_OPTIONS, ...questions.map((question) => question.options.length))
  const letters = Array.from({ length: width }, (_, index) => letterOf(index))

  return {
    headings: [
      'STT',
      'Mã câu hỏi',
      'Chủ đề',
      'Mức độ',
      'Nội dung câu hỏi',
      ...letters.map((letter) => `Phương án ${letter}`),
      'Đáp án đúng',
      'Giải thích',
      'Căn cứ',
      'Minh chứng',
      'Cần xem lại',
      'Hiệu lực từ',
      'Hiệu lực đến',
    ],
    rows: questions.map((question, index) => [
      String(index + 1),
      question.code,
      question.topic,
      question.difficulty,
      question.stem,
      ...cellsOf(question.options, letters),
      keyCell(question),
      question.explanation,
      question.citations.join('; '),
      question.evidence.join('\n'),
      question.review,
      writtenDay(question.validFrom),
      writtenDay(question.validTo),
    ]),
  }
}

/** Options that look as if they began with their own letters get these letters, which the import takes off again. */
function cellsOf(options: readonly string[], letters: readonly string[]): string[] {
  const isLabelled = options.every((option, place) => optionLabelOf(option)?.letter === letters[place])

  return letters.map((letter, place) => {
    const option = options[place] ?? ''

    return isLabelled && option !== '' ? `${letter}. ${option}` : option
  })
}

/** "A" would be ambiguous beside an option that says "A". */
function keyCell({ key, options }: SheetQuestion): string {
  const isSaid = options.some((option) => bareText(option) === bareText(key))

  return isSaid && key !== '' ? `Phương án ${key}` : key
}
