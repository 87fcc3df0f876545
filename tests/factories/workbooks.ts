import { writeWorkbook } from '#app/services/workbook.server.ts'

type Cell = string | number | null

/** An uploaded file with one sheet: the first row holds the headings. */
export async function makeWorkbook(
  [headings = [], ...rows]: readonly (readonly Cell[])[],
  name = 'danh-sach.xlsx',
): Promise<{ name: string; bytes: Uint8Array }> {
  const columns = headings.map((heading) => ({ heading: String(heading ?? ''), width: 20 }))

  return { name, bytes: await writeWorkbook([{ name: 'Sheet1', columns, rows }]) }
}
