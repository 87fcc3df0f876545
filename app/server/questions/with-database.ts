import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DifficultySchema } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import { exportBank, yamlFilesOf } from '../../services/questions/files/export.server.ts'
import type { ExportFormat } from '../../services/questions/files/export.server.ts'
import { previewQuestionFile } from '../../services/questions/files/preview.server.ts'
import { withDatabase } from '../with-database.ts'
import { describeSummary, duplicateSentence } from './print-preview.ts'
import { readQuestionFile } from './read-file.ts'

const BANK_FOLDER = fileURLToPath(new URL('../../../questions/law-06-2022', import.meta.url))

export async function load(): Promise<number> {
  return withDatabase(async () => {
    const { loadBank, readBankFolder } = await import('../../services/questions/question-bank.server.ts')
    const summary = await loadBank(await readBankFolder(BANK_FOLDER), new Date())
    console.log(
      `Không đổi ${summary.unchanged} · thêm mới ${summary.added} · phiên bản mới ${summary.changed} · ngừng dùng ${summary.retired} · dùng lại ${summary.restored}`,
    )

    return 0
  })
}

type ImportOrder = {
  bank: string
  topic: string | null
  difficulty: number
  mode: 'all_good' | 'all_or_nothing'
  convertLegacy: boolean
}

/** @returns the exit code: 1 when a question failed */
export async function importFrom(path: string, order: ImportOrder): Promise<number> {
  const bytes = await readQuestionFile(path)

  return withDatabase(async () => {
    const { getBankForImport } = await import('../../services/questions/bank-for-import.server.ts')
    const { importQuestions } = await import('../../services/questions/question-import.server.ts')
    const bank = await getBankForImport(order.bank)
    if (!bank) throw new DomainError('not_found')
    const preview = await previewQuestionFile(bytes, basename(path), {
      bank: bank.questions,
      convertLegacy: order.convertLegacy,
    })
    const summary = await importQuestions({
      bankSlug: order.bank,
      drafts: preview.questions,
      decisions: new Map(),
      defaultTopic: order.topic,
      defaultDifficulty: DifficultySchema.parse(order.difficulty),
      actorId: null,
      fileName: basename(path),
      mode: order.mode,
      now: new Date(),
    })
    console.log([...preview.duplicates.map(duplicateSentence), describeSummary(summary)].join('\n'))

    return summary.failed.length > 0 || preview.questions.length === 0 ? 1 : 0
  })
}

type ExportOrder = { bank: string; format: ExportFormat }

/** Writes a bank to a file; YAML to a folder, unless the name ends with .zip. */
export async function exportTo(path: string, { bank, format }: ExportOrder): Promise<number> {
  return withDatabase(async () => {
    const { readBankContent } = await import('../../services/questions/question-export.server.ts')
    const content = await readBankContent(bank)
    if (!content) throw new DomainError('not_found')
    if (format === 'yaml' && !path.endsWith('.zip')) {
      await mkdir(path, { recursive: true })
      for (const { name, text } of yamlFilesOf(content)) await writeFile(join(path, name), text)

      return 0
    }
    await writeFile(path, (await exportBank(content, format)).bytes)

    return 0
  })
}
