/** Makes a workbook of a full results file in a thread of its own: a hundred thousand rows must hold nobody's answer up. */
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { ResultsFileSchema } from '../core/results-file.ts'
import { resultsSheetsOf } from '../core/results-sheets.ts'
import type { WorkbookOrder } from './results-workbook.server.ts'
import { writeWorkbook } from './workbook.server.ts'

const { gzipped, roundSlug, people } = workerData as WorkbookOrder
const file = ResultsFileSchema.parse(JSON.parse(gunzipSync(gzipped).toString('utf8')))
parentPort?.postMessage(await writeWorkbook(resultsSheetsOf(file, roundSlug, people)))
