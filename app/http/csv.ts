/** Excel takes a file without this for one in the local code page, and Vietnamese becomes unreadable. */
const BYTE_ORDER_MARK = '\uFEFF'
/** What spreadsheets take for a formula; a name must never become one. */
const FORMULA_START = /^[=+\-@\t\r]/

/** A table as CSV that spreadsheets open right: UTF-8 with BOM, every cell quoted, nothing executed. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(',')).join('\r\n') + '\r\n'
}

function cellOf(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text

  return `"${harmless.replaceAll('"', '""')}"`
}
