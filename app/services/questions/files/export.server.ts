import { zipSync } from 'fflate'
import { stringify } from 'yaml'
import { formatCitations } from '../../../core/questions/citation.ts'
import { giftOf } from '../../../core/questions/export/gift.ts'
import { moodleXmlOf } from '../../../core/questions/export/moodle-xml.ts'
import { rowsOfBank, rowsOfDrafts } from '../../../core/questions/export/sheet-rows.ts'
import type { DraftQuestion } from '../../../core/questions/import/draft.ts'
import type { BankFile, TopicFile } from '../../../core/questions/question-file.ts'
import { hasError } from './preview.server.ts'
import type { QuestionFilePreview } from './preview.server.ts'
import { writeKey, writePaper } from '../printed-papers.server.ts'
import type { PaperHeader, PrintedQuestion } from '../printed-papers.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'

export const EXPORT_FORMATS = ['xlsx', 'gift', 'moodle', 'yaml', 'docx-paper', 'docx-key'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A bank as its files say it (services/questions/question-bank, BankFolder). */
export type BankContent = { slug: string; bank: BankFile; topics: readonly TopicFile[] }

export type ExportedFile = { name: string; contentType: string; bytes: Buffer }

/** Writes a bank in a format; importing the file again gives the same questions (all but the printable ones). */
export async function exportBank(content: BankContent, format: ExportFormat): Promise<ExportedFile> {
  const { slug, topics } = content
  switch (format) {
    case 'xlsx':
      return { name: `${slug}.xlsx`, contentType: XLSX, bytes: await writeXlsx(rowsOfBank(topics)) }
    case 'gift':
      return {
        name: `${slug}.gift`,
        contentType: 'text/plain; charset=utf-8',
        bytes: Buffer.from(giftOf(topics)),
      }
    case 'moodle':
      return { name: `${slug}.xml`, contentType: 'application/xml', bytes: Buffer.from(moodleXmlOf(topics)) }
    case 'yaml': {
      const files = yamlFilesOf(content).map(
        ({ name, text }) => [`${slug}/${name}`, Buffer.from(text)] as const,
      )

      return {
        name: `${slug}.zip`,
        contentType: 'application/zip',
        bytes: Buffer.from(zipSync(Object.fromEntries(files))),
      }
    }
    case 'docx-paper':
      return {
        name: `${slug}-de.docx`,
        contentType: DOCX,
        bytes: await writePaper(headerOf(content), printedOf(content)),
      }
    case 'docx-key':
      return {
        name: `${slug}-dap-an.docx`,
        contentType: DOCX,
        bytes: await writeKey(headerOf(content), printedOf(content)),
      }
    default:
      return format satisfies never
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** bank.yaml and one file per topic, as questions/README.md describes them. */
export function yamlFilesOf({ bank, topics }: BankContent): { name: string; text: string }[] {
  const write = (value: unknown) => stringify(value, { lineWidth: 0 })

  return [
    { name: 'bank.yaml', text: write(bank) },
    ...topics.map((topic, index) => ({
      name: `${String(index + 1).padStart(2, '0')}-${topic.topic}.yaml`,
      text: write({ ...topic, questions: topic.questions.map(entryForYaml) }),
    })),
  ]
}

/** Lists of one as the thing itself, and nothing that is empty. */
function entryForYaml(entry: TopicFile['questions'][number]) {
  const bare = <T>(list: readonly T[]) => (list.length === 1 ? list[0] : list)

  return {
    id: entry.id,
    difficulty: entry.difficulty,
    stem: entry.stem,
    options: entry.options,
    answer: bare(entry.answer),
    ...(entry.explanation === '' ? {} : { explanation: entry.explanation }),
    ...(entry.citation.length === 0 ? {} : { citation: bare(entry.citation) }),
    ...(entry.evidence.length === 0 ? {} : { evidence: bare(entry.evidence) }),
    ...(entry.review === undefined ? {} : { review: entry.review }),
    ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
    ...(entry.validTo === undefined ? {} : { validTo: entry.validTo }),
  }
}

function headerOf({ bank }: BankContent): PaperHeader {
  return { organizerName: 'Ban Tổ chức cuộc thi', title: bank.title, remark: '' }
}

function printedOf({ bank, topics }: BankContent): PrintedQuestion[] {
  return topics
    .flatMap((topic) => topic.questions)
    .map((entry) => ({
      stem: entry.stem,
      options: entry.options,
      isMultiple: entry.answer.length > 1,
      key: entry.answer,
      explanation: entry.explanation,
      source: entry.citation.length > 0 ? formatCitations(entry.citation, bank.law) : '',
    }))
}

/**
 * The questions of a preview that can't be imported as they are, as a workbook to correct and upload again.
 * @param describe the sentences about what is wrong with one, in the reader's language
 */
export async function failedRowsFile(
  preview: QuestionFilePreview,
  describe: (draft: DraftQuestion) => string,
): Promise<Buffer> {
  return writeXlsx(rowsOfDrafts(preview.questions.filter(hasError), describe))
}
