/** Makes a workbook of a full results file in a thread of its own: a hundred thousand rows must hold nobody's answer up. */
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import type { ResultsFile } from '../../core/results/results-file.ts'
import { resultsSheetsOf } from '../../core/results/results-sheets.ts'
import type { WorkbookOrder } from './results-workbook.server.ts'
import { writeWorkbook } from '../workbook.server.ts'

const { gzipped, roundSlug, people } = workerData as WorkbookOrder
// As this server wrote it: checking it again would hold every attempt in memory twice.
const file = JSON.parse(gunzipSync(gzipped).toString('utf8')) as ResultsFile
parentPort?.postMessage(await writeWorkbook(resultsSheetsOf(file, roundSlug, people)))
