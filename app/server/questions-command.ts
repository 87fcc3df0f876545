/**
 * `npm run questions -- …`: question files and banks for scripts. `preview` and `template` need no database; the others
 * use that of DATABASE_URL, or else the embedded one of this checkout.
 */
import { parseArgs } from 'node:util'
import { DomainError } from '../core/domain-error.ts'
import { EXPORT_FORMATS } from '../services/questions/files/export.server.ts'
import type { ExportFormat } from '../services/questions/files/export.server.ts'
import { describeFailure } from './questions/print-preview.ts'
import { NoFile } from './questions/read-file.ts'

const USAGE = `Cách dùng: npm run questions -- LỆNH
  load                                     nạp ngân hàng trong thư mục questions/
  preview TỆP [--json] [--convert-legacy]  xem trước câu hỏi trong tệp và mọi lỗi; mã thoát 1 khi có lỗi
  import TỆP [--bank MÃ] [--topic MÃ] [--difficulty 1|2|3] [--all-or-nothing] [--convert-legacy]
  export --format=${EXPORT_FORMATS.join('|')} [--bank MÃ] TỆP_RA
  template xlsx|docx TỆP_RA                tệp mẫu`
const DEFAULT_BANK = 'law-06-2022'
const EXIT = { good: 0, wrong: 1, usage: 2 } as const

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args)
  if (!order) {
    console.error(USAGE)

    return EXIT.usage
  }
  try {
    return await order()
  } catch (error) {
    if (error instanceof NoFile) {
      console.error(error.message)

      return EXIT.usage
    }
    if (!(error instanceof DomainError)) throw error
    console.error(describeFailure(error))

    return EXIT.wrong
  }
}

/** @returns what to do; null when the arguments make no order */
function readOrder(args: readonly string[]): (() => Promise<number>) | null {
  const parsed = parse(args)
  if (!parsed) return null
  const { values, positionals } = parsed
  const [command, first, second] = positionals
  const bank = values.bank ?? DEFAULT_BANK
  const convertLegacy = values['convert-legacy'] ?? false
  if (command === 'load' && positionals.length === 1) return async () => (await databaseCommands()).load()
  if (command === 'preview' && first && positionals.length === 2)
    return async () =>
      (await import('./questions/preview.ts')).preview(first, { asJson: values.json ?? false, convertLegacy })
  if (command === 'template' && second && (first === 'xlsx' || first === 'docx'))
    return async () => (await import('./questions/preview.ts')).writeTemplate(first, second)
  if (command === 'export' && first && isFormat(values.format)) {
    const format = values.format

    return async () => (await databaseCommands()).exportTo(first, { bank, format })
  }
  if (command === 'import' && first && positionals.length === 2 && /^[123]?$/.test(values.difficulty ?? '')) {
    const topic = values.topic ?? null
    const mode = values['all-or-nothing'] ? 'all_or_nothing' : 'all_good'
    const difficulty = values.difficulty ? Number(values.difficulty) : 2

    return async () =>
      (await databaseCommands()).importFrom(first, { bank, topic, difficulty, mode, convertLegacy })
  }

  return null
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'convert-legacy': { type: 'boolean' },
        'all-or-nothing': { type: 'boolean' },
        bank: { type: 'string' },
        topic: { type: 'string' },
        difficulty: { type: 'string' },
        format: { type: 'string' },
      },
    })
  } catch {
    return null
  }
}

function isFormat(format: string | undefined): format is ExportFormat {
  return EXPORT_FORMATS.some((each) => each === format)
}

/** Imported late: only these need the database's packages. */
async function databaseCommands() {
  return import('./questions/with-database.ts')
}
