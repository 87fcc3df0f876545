import type { SheetRows } from '../core/sheet-table.ts'
import type { RowBounds } from './questions/files/xlsx/plain-rows.ts'

/** What the thread for workbooks is asked, and what it answers. */
export type WorkbookOrder = { bytes: Uint8Array; bounds: RowBounds & { maxInflatedBytes: number } }
export type WorkbookReply = { rows: SheetRows } | { reason: UnreadableReason }

/** Why a file could not be read; keys of texts. */
export type UnreadableReason =
  | 'not_a_workbook'
  | 'old_format'
  | 'has_macros'
  | 'no_sheet'
  | 'too_large'
  | 'too_many_rows'
  | 'no_headings'
  | 'no_rows'
