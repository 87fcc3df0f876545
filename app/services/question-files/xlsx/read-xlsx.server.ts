import { dirname, posix } from 'node:path'
import type { Grid } from '../../../core/question-import/grid.ts'
import { decodeXml } from '../decode.server.ts'
import { refuseFile } from '../refusal.ts'
import { readXml } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import type { Zip } from '../zip.server.ts'
import { readSheet } from './sheet.ts'
import type { SheetFacts } from './sheet.ts'
import { pictureRowsOf, withPictures } from './pictures.ts'
import { richTextOf } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import { readCellStyles } from './styles.ts'

const XLSX_LIMITS = { sheets: 100 } as const

/**
 * Reads the sheets of a workbook.
 * @throws DomainError question_file_refused
 */
export async function readXlsx(zip: Zip): Promise<Grid[]> {
  const main = zip.names.find((name) => /(?:^|\/)workbook\.xml$/.test(name))
  if (!main) throw refuseFile('unknown_format')
  const folder = dirname(main)
  const part = async (name: string) => decodeXml((await zip.read(name)) ?? Buffer.from(''))
  const targets = relationTargets(await part(`${folder}/_rels/workbook.xml.rels`))
  const strings = readSharedStrings(
    await part(posix.join(folder, targets.byType('sharedStrings') ?? 'sharedStrings.xml')),
  )
  const styles = readCellStyles(await part(posix.join(folder, targets.byType('styles') ?? 'styles.xml')))
  const { sheets, isDate1904 } = readWorkbook(await part(main))
  if (sheets.length > XLSX_LIMITS.sheets) throw refuseFile('sheet_too_large')
  const grids: Grid[] = []
  for (const sheet of sheets) {
    const target = targets.byId(sheet.relation)
    // Sheets of charts and macros of old have no cells.
    if (!target || !/worksheets\//.test(target)) continue
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    const grid = readSheet(await part(path), sheet, { strings, styles, isDate1904 })
    grids.push({ ...grid, rows: withPictures(grid.rows, await picturesOf(path)) })
  }

  return grids

  async function picturesOf(sheetPath: string): Promise<number[]> {
    const own = dirname(sheetPath)
    const relations = await part(posix.join(own, '_rels', `${posix.basename(sheetPath)}.rels`))
    const target = relationTargets(relations).byType('drawing')
    if (!target) return []

    return pictureRowsOf(
      await part(target.startsWith('..') ? posix.join(own, target) : posix.join('xl', target)),
    )
  }
}

function relationTargets(xml: string) {
  const relations: XmlElement[] = []
  if (xml.trim() !== '') readXml(xml, new Set(['Relationship']), (element) => relations.push(element))

  return {
    byId: (id: string) =>
      relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'] ?? null,
    byType: (type: string) => {
      const target = relations.find(({ attributes }) => attributes['Type']?.endsWith(`/${type}`))?.attributes[
        'Target'
      ]

      return target?.startsWith('/') ? posix.relative('/xl', target) : (target ?? null)
    },
  }
}

function readWorkbook(xml: string): { sheets: SheetFacts[]; isDate1904: boolean } {
  const sheets: SheetFacts[] = []
  let isDate1904 = false
  readXml(xml, new Set(['sheet', 'workbookPr']), ({ name, attributes }) => {
    if (name === 'workbookPr') isDate1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    else
      sheets.push({
        name: attributes['name'] ?? '',
        isHidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? ''),
        relation: attributes['id'] ?? '',
      })
  })

  return { sheets, isDate1904 }
}

function readSharedStrings(xml: string): RichText[] {
  const strings: RichText[] = []
  if (xml.trim() !== '') readXml(xml, new Set(['si']), (element) => strings.push(richTextOf(element)))

  return strings
}
