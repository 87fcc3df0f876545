/**
 * `npm run verify-results -- FILE.json [--json]`: recomputes the results in an exported file by the rules and says whether
 * every row is the same. Needs no database. The format: docs/results-format.md.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { checkResultsFile } from '../core/results/results-check.ts'
import type { CheckReport, Difference } from '../core/results/results-check.ts'
import { ResultsFileSchema } from '../core/results/results-file.ts'
import type { ResultsFile } from '../core/results/results-file.ts'
import { createSha256 } from '../services/sha256.server.ts'

const USAGE = 'Cách dùng: npm run verify-results -- TỆP.json [--json]'
const EXIT = { same: 0, different: 1, unreadable: 2 } as const
/** The first ones say where to look; all of them are in --json. */
const SHOWN_DIFFERENCES = 50

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args)
  if (!order) {
    console.error(USAGE)

    return EXIT.unreadable
  }
  const reading = await readResults(order.path)
  if (!reading.isReadable) {
    if (order.asJson) console.log(JSON.stringify({ same: false, unreadable: reading.problem }))
    else console.error(reading.problem)

    return EXIT.unreadable
  }
  const report = checkResultsFile(reading.file, createSha256)
  const isSame = report.differences.length === 0
  console.log(order.asJson ? asJson(reading.file, report) : asText(reading.file, report))

  return isSame ? EXIT.same : EXIT.different
}

function readOrder(args: readonly string[]): { path: string; asJson: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    const [path] = positionals

    return path && positionals.length === 1 ? { path, asJson: values.json ?? false } : null
  } catch {
    return null
  }
}

type Reading = { isReadable: true; file: ResultsFile } | { isReadable: false; problem: string }

async function readResults(path: string): Promise<Reading> {
  try {
    const parsed = ResultsFileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return { isReadable: true, file: parsed.data }

    return {
      isReadable: false,
      problem: `Tệp không đúng định dạng hoi-thi/results/1:\n${z.prettifyError(parsed.error)}`,
    }
  } catch (error) {
    return {
      isReadable: false,
      problem: `Không đọc được tệp: ${error instanceof Error ? error.message : ''}`,
    }
  }
}

/** What to compare with the site: the hash of each round's list and the fingerprint of its settings. */
function hashesOf(file: ResultsFile) {
  return file.rounds.map(({ slug, hashes, fingerprint }) => ({
    round: slug,
    results: hashes.results,
    settings: fingerprint?.sha256 ?? null,
  }))
}

function asJson(file: ResultsFile, { differences, checked }: CheckReport): string {
  return JSON.stringify(
    {
      same: differences.length === 0,
      detail: file.detail,
      contest: file.contest.slug,
      checked,
      hashes: hashesOf(file),
      contents: file.hashes.contents,
      differences,
    },
    null,
    2,
  )
}

function asText(file: ResultsFile, { differences, checked }: CheckReport): string {
  const number = new Intl.NumberFormat('vi')
  const count = (value: number): string => number.format(value)
  const scope =
    file.detail === 'full'
      ? `Đã tính lại ${count(checked.attempts)} lượt thi, ${count(checked.standings)} dòng xếp hạng, ${count(checked.units)} dòng đơn vị, ${count(checked.awards)} giải của ${count(checked.rounds)} đợt.`
      : `Tệp công khai không có bài làm và đáp án: đã tính lại thứ tự và hạng của ${count(checked.standings)} dòng, ${count(checked.units)} dòng đơn vị của ${count(checked.rounds)} đợt; điểm và thời gian lấy như trong tệp.`
  const hashes = hashesOf(file).flatMap(({ round, results, settings }) => [
    `${round}: mã băm danh sách kết quả ${results}`,
    ...(settings === null ? [] : [`${round}: dấu vân tay cấu hình ${settings}`]),
  ])
  const verdict =
    differences.length === 0
      ? 'KHỚP: mọi dòng đúng như tính lại. Hãy đối chiếu các mã trên với mã công bố trên trang của đợt thi.'
      : `KHÔNG KHỚP: ${count(differences.length)} chỗ khác.`
  const more = differences.length - SHOWN_DIFFERENCES

  return [
    `${file.contest.title} (dữ liệu lúc ${file.takenAt})`,
    scope,
    ...hashes,
    verdict,
    ...differences.slice(0, SHOWN_DIFFERENCES).map(sentenceOf),
    ...(more > 0 ? [`… và ${count(more)} chỗ nữa; xem đủ bằng --json.`] : []),
  ].join('\n')
}

function sentenceOf({ round, list, who, field, expected, found }: Difference): string {
  const place = [round ?? 'toàn cuộc thi', list, who, field].filter((part) => part !== null).join(' › ')

  return `  ${place}: tính lại được ${JSON.stringify(expected)}, trong tệp là ${JSON.stringify(found)}`
}
