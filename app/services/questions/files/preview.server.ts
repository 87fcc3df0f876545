import { DomainError } from '../../../core/domain-error.ts'
import { checkQuestions } from '../../../core/questions/import/checks.ts'
import { readDocument } from '../../../core/questions/import/document.ts'
import { IMPORT_LIMITS, problem } from '../../../core/questions/import/draft.ts'
import type { DraftQuestion, ParsedFile, Problem, Skipped } from '../../../core/questions/import/draft.ts'
import { findDuplicates } from '../../../core/questions/import/duplicates.ts'
import type { BankQuestion, Duplicate } from '../../../core/questions/import/duplicates.ts'
import { looksLikeGift, readGift } from '../../../core/questions/import/gift.ts'
import { textsOf } from '../../../core/questions/import/grid.ts'
import type { Grid } from '../../../core/questions/import/grid.ts'
import { readGrids } from '../../../core/questions/import/grids.ts'
import { convertLine, legacyOf, settleLegacy } from '../../../core/questions/import/legacy-lines.ts'
import type { LegacyEncoding } from '../../../core/questions/import/legacy-fonts.ts'
import type { Line } from '../../../core/questions/import/line.ts'
import { readMoodle } from '../../../core/questions/import/moodle.ts'
import { readOutline } from '../../../core/questions/import/outline.ts'
import { readYamlTopics } from '../../../core/questions/import/yaml-topics.ts'
import { decodeText, decodeXml } from './decode.server.ts'
import type { TextEncoding } from './decode.server.ts'
import { readDocx } from './docx/read-docx.server.ts'
import { binaryKindOf, zipKindOf } from './file-kind.server.ts'
import { readMoodleXml } from './read-moodle.server.ts'
import { readCsv, readTextLines } from './read-text.server.ts'
import { looksLikeTopics, readYamlText } from './read-yaml.server.ts'
import { refuseFile } from './refusal.ts'
import { readXlsx } from './xlsx/read-xlsx.server.ts'
import { openZip } from './zip.server.ts'
import type { Zip } from './zip.server.ts'

export type QuestionFileFormat = 'xlsx' | 'docx' | 'csv' | 'gift' | 'aiken' | 'moodle' | 'yaml' | 'text'

export type QuestionFilePreview = {
  fileName: string
  format: QuestionFileFormat
  /** Of text files. */
  encoding: TextEncoding | null
  /** An encoding from before Unicode that the text was read through. */
  legacy: LegacyEncoding | null
  questions: DraftQuestion[]
  /** Problems of the file as a whole; those of a question stand at the question. */
  problems: Problem[]
  skipped: Skipped[]
  duplicates: Duplicate[]
  counts: {
    questions: number
    good: number
    withErrors: number
    withWarnings: number
    skipped: number
    duplicates: number
  }
}

export type PreviewOptions = {
  /** The bank's questions, to find duplicates. */
  bank?: readonly BankQuestion[]
  /** The author agreed to the conversion of TCVN3 and VNI text. */
  convertLegacy?: boolean
}

type Reading = {
  format: QuestionFileFormat
  file: ParsedFile
  encoding?: TextEncoding
  legacy?: LegacyEncoding | null
}

/**
 * Reads a file of questions without storing anything. What the file is, its content decides, not its name.
 * @throws DomainError question_file_refused: nothing else, whatever the bytes
 */
export async function previewQuestionFile(
  bytes: Buffer,
  fileName: string,
  { bank = [], convertLegacy = false }: PreviewOptions = {},
): Promise<QuestionFilePreview> {
  if (bytes.length > IMPORT_LIMITS.fileBytes)
    throw refuseFile('too_large', { limitBytes: IMPORT_LIMITS.fileBytes })
  if (bytes.length === 0) throw refuseFile('empty')
  const { format, file, encoding = null, legacy = null } = await read(bytes, fileName)
  if (file.questions.length > IMPORT_LIMITS.questions)
    throw refuseFile('too_many_questions', { count: file.questions.length, limit: IMPORT_LIMITS.questions })
  settleLegacy(file, legacy, convertLegacy)
  checkQuestions(file.questions)
  if (file.questions.length === 0)
    file.problems.push(problem('no_questions', 'error', {}, { params: { format } }))
  const duplicates = findDuplicates(file.questions, bank)

  return { fileName, format, encoding, legacy, ...file, duplicates, counts: countsOf(file, duplicates) }
}

function countsOf(
  { questions, skipped }: ParsedFile,
  duplicates: readonly Duplicate[],
): QuestionFilePreview['counts'] {
  const withErrors = questions.filter(hasError).length
  const withWarnings = questions.filter(
    (question) => !hasError(question) && question.problems.length > 0,
  ).length

  return {
    questions: questions.length,
    good: questions.length - withErrors,
    withErrors,
    withWarnings,
    skipped: skipped.length,
    duplicates: duplicates.length,
  }
}

/** Can this question not be imported as it is? */
export function hasError(question: Pick<DraftQuestion, 'problems'>): boolean {
  return question.problems.some((each) => each.severity === 'error')
}

async function read(bytes: Buffer, fileName: string): Promise<Reading> {
  try {
    return binaryKindOf(bytes) === 'zip' ? await readZip(await openZip(bytes)) : readTextFile(bytes, fileName)
  } catch (error) {
    if (error instanceof DomainError) throw error
    // Whatever a broken file does to a parser, its author gets a sentence.
    throw Object.assign(refuseFile('unknown_format'), { cause: error })
  }
}

async function readZip(zip: Zip): Promise<Reading> {
  const kind = await zipKindOf(zip)
  switch (kind) {
    case 'docx': {
      const { items, skipped, legacy } = await readDocx(zip)
      const file = readDocument(items)

      return { format: 'docx', file: { ...file, skipped: [...skipped, ...file.skipped] }, legacy }
    }
    case 'xlsx':
      return { format: 'xlsx', ...readSheets(await readXlsx(zip)) }
    case 'yaml':
      return { format: 'yaml', file: readYamlTopics(await readYamlMembers(zip)) }
    default:
      return kind satisfies never
  }
}

async function readYamlMembers(zip: Zip) {
  const names = zip.names.filter((name) => /\.ya?ml$/i.test(name)).sort()
  const topics = []
  for (const name of names) {
    const text = decodeText((await zip.read(name)) ?? Buffer.from('')).text
    if (looksLikeTopics(text)) topics.push(...readYamlText(text))
  }

  return topics
}

function readSheets(grids: readonly Grid[]): { file: ParsedFile; legacy: LegacyEncoding | null } {
  const legacy = legacyOf(textsOf(grids))

  return { file: readGrids(legacy ? grids.map((grid) => convertGrid(grid, legacy)) : grids), legacy }
}

function convertGrid(grid: Grid, legacy: LegacyEncoding): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell ? { ...cell, lines: cell.lines.map((line) => convertLine(line, legacy)) } : cell,
      ),
    })),
  }
}

function readTextFile(bytes: Buffer, fileName: string): Reading {
  if (isXml(decodeXml(bytes.subarray(0, 4_096))))
    return { format: 'moodle', file: readMoodle(readMoodleXml(decodeXml(bytes))) }
  const { text, encoding } = decodeText(bytes)
  if (isBinary(text)) throw refuseFile('unknown_format')
  if (text.trim() === '') throw refuseFile('empty')
  if (looksLikeTopics(text)) return { format: 'yaml', file: readYamlTopics(readYamlText(text)), encoding }
  const legacy = legacyOf([text.slice(0, LEGACY_SAMPLE_CHARS)])
  const table = readCsv(text, fileName, legacy)
  if (table) return { format: 'csv', file: readGrids([table]), encoding, legacy }
  const lines = readTextLines(text, legacy)
  if (looksLikeGift(text)) return { format: 'gift', file: readGift(lines), encoding, legacy }

  return { format: isAiken(lines) ? 'aiken' : 'text', file: readOutline(lines), encoding, legacy }
}

const LEGACY_SAMPLE_CHARS = 200_000

/** Comments may stand before the first element. */
function isXml(beginning: string): boolean {
  return /^[\s\uFEFF]*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:\?xml|!doctype|[a-z])/iu.test(beginning)
}

function isAiken(lines: readonly Line[]): boolean {
  return lines.some((line) => /^\s*ANSWER\s*:\s*[A-Z]\s*$/iu.test(line.text))
}

/** Control characters in number mean that these bytes were no text. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 10_000)
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/gu)?.length ?? 0

  return controls > Math.max(3, sample.length * 0.01) || controls > 50
}
