import type { Grid } from '../../../../core/questions/import/grid.ts'
import type { Zip } from '../zip.server.ts'
import { openXlsx } from './open-xlsx.ts'
import { withPictures } from './pictures.ts'
import { readSheet } from './sheet.ts'

/**
 * Reads the sheets of a workbook.
 * @throws DomainError question_file_refused
 */
export async function readXlsx(zip: Zip): Promise<Grid[]> {
  const { workbook, worksheets } = await openXlsx(zip)
  const grids: Grid[] = []
  for (const worksheet of worksheets) {
    const grid = readSheet(await worksheet.readXml(), worksheet, workbook)
    grids.push({ ...grid, rows: withPictures(grid.rows, await worksheet.readPictureRows()) })
  }

  return grids
}
