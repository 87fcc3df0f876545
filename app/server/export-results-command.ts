/**
 * `npm run export-results -- --round=SLUG OUT.json [--public]`: the results of a round as a file (docs/results-format.md),
 * from the database of DATABASE_URL, or else the embedded one of this checkout.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DomainError } from '../core/domain-error.ts'
import { withDatabase } from './with-database.ts'

const USAGE = `Cách dùng: npm run export-results -- --round=MÃ_ĐỢT TỆP_RA.json [--public]
  --public   bản công khai: không có bài làm và đáp án`
const EXIT = { good: 0, wrong: 1, usage: 2 } as const

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args)
  if (!order) {
    console.error(USAGE)

    return EXIT.usage
  }
  try {
    return await withDatabase(() => exportTo(order))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    console.error(
      error.code === 'round_not_found'
        ? `Không có đợt thi xếp hạng nào với mã ${order.round}.`
        : 'Đợt thi chưa chốt số liệu, chưa có kết quả để xuất.',
    )

    return EXIT.wrong
  }
}

type Order = { round: string; path: string; detail: 'full' | 'board' }

function readOrder(args: readonly string[]): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { round: { type: 'string' }, public: { type: 'boolean' } },
    })
    const [path] = positionals
    if (!values.round || !path || positionals.length !== 1) return null

    return { round: values.round, path, detail: values.public ? 'board' : 'full' }
  } catch {
    return null
  }
}

async function exportTo({ round, path, detail }: Order): Promise<number> {
  const { exportResults } = await import('../services/results/published-results.server.ts')
  const { text, isStored } = await exportResults(round, detail, new Date())
  await writeFile(path, text)
  console.log(
    isStored
      ? `Đã ghi ${path}: kết quả chính thức như đã công bố.`
      : `Đã ghi ${path}: kết quả tạm thời lúc này, chưa công bố chính thức.`,
  )

  return EXIT.good
}
