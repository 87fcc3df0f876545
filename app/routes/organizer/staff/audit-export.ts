import type { LoaderFunctionArgs } from '@remix-run/node'
import writeXlsxFile from 'write-excel-file/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { createAuditWords } from '#app/components/audit/audit-sentence.ts'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { parseAuditQuery } from '#app/http/audit-query.ts'
import { csvOf } from '#app/http/csv.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { createFormatters } from '#app/i18n/formatters.ts'
import { localeOf } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { audit } from '#app/i18n/messages/audit.ts'
import { exportAuditLog } from '#app/services/audit-log.server.ts'
import type { AuditLogEvent } from '#app/services/audit-log.server.ts'

const COLUMNS = [{ width: 24 }, { width: 36 }, { width: 28 }, { width: 100 }]

/** The log as the filter of its page shows it, as a workbook or CSV. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'audit.read'))
  const { query, period } = parseAuditQuery(request.url)
  const format = new URL(request.url).searchParams.get('tep') === 'csv' ? 'csv' : 'xlsx'
  const locale = localeOf(request.headers.get('Cookie'))
  const events = await exportAuditLog({ filter: { ...query, ...period }, format, actorId, now: context.now })
  const rows = [headOf(locale), ...rowsOf(events, locale)]
  const name = `${audit[locale].fileName}-${vietnamDayOf(context.now)}`
  if (format === 'csv') return downloadOf(csvOf(rows), name, 'csv')

  const [head = [], ...body] = rows
  const sheet = [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...body]
  const workbook = writeXlsxFile(sheet, {
    sheet: audit[locale].sheetName,
    columns: COLUMNS,
    stickyRowsCount: 1,
  })

  return downloadOf(new Uint8Array(await workbook.toBuffer()), name, 'xlsx')
}

function headOf(locale: Locale): string[] {
  const texts = audit[locale]

  return [texts.time, texts.actor, texts.action, texts.what]
}

function rowsOf(events: readonly AuditLogEvent[], locale: Locale): string[][] {
  const { sentenceOf, actorOf, labelOf } = createAuditWords(locale)
  const { exactDateTime } = createFormatters(locale)

  return events.map(({ recordedAt, actor, done }) => [
    exactDateTime(recordedAt),
    actorOf(actor),
    labelOf(done.action === 'other' ? done.name : done.action),
    sentenceOf(done),
  ])
}
