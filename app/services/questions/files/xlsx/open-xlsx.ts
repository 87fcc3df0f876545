import { dirname, posix } from 'node:path'
import { decodeXml } from '../decode.server.ts'
import { refuseFile } from '../refusal.ts'
import { readXml } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import type { Zip } from '../zip.server.ts'
import { pictureRowsOf } from './pictures.ts'
import { richTextOf } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import type { SheetFacts, Workbook } from './sheet.ts'
import { readCellStyles } from './styles.ts'

const XLSX_LIMITS = { sheets: 100 } as const

/** A worksheet whose XML is read when it is asked for. */
export type WorksheetPart = SheetFacts & {
  readXml: () => Promise<string>
  /** Numbers of the rows on which pictures begin. */
  readPictureRows: () => Promise<number[]>
}

/**
 * Opens a workbook: what its sheets have in common, and the worksheets in their order.
 * @throws DomainError question_file_refused
 */
export async function openXlsx(zip: Zip): Promise<{ workbook: Workbook; worksheets: WorksheetPart[] }> {
  const main = zip.names.find((name) => /(?:^|\/)workbook\.xml$/.test(name))
  if (!main) throw refuseFile('unknown_format')
  const folder = dirname(main)
  const part = async (name: string) => decodeXml((await zip.read(name)) ?? Buffer.from(''))
  const targets = relationTargets(await part(`${folder}/_rels/workbook.xml.rels`))
  const partOfType = async (type: string) => part(posix.join(folder, targets.byType(type) ?? `${type}.xml`))
  const strings = readSharedStrings(await partOfType('sharedStrings'))
  const styles = readCellStyles(await partOfType('styles'))
  const { sheets, isDate1904 } = readWorkbook(await part(main))
  if (sheets.length > XLSX_LIMITS.sheets) throw refuseFile('sheet_too_large', { sheet: '' })
  const worksheets = sheets.flatMap(({ relation, ...facts }): WorksheetPart[] => {
    const target = targets.worksheet(relation)
    if (!target) return []
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)

    return [{ ...facts, readXml: () => part(path), readPictureRows: () => pictureRows(path) }]
  })

  return { workbook: { strings, styles, isDate1904 }, worksheets }

  async function pictureRows(sheetPath: string): Promise<number[]> {
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
    /** Sheets of charts and macros of old have no cells. */
    worksheet: (id: string) =>
      relations.find(
        ({ attributes }) => attributes['Id'] === id && attributes['Type']?.endsWith('/worksheet'),
      )?.attributes['Target'] ?? null,
    byType: (type: string) => {
      const target = relations.find(({ attributes }) => attributes['Type']?.endsWith(`/${type}`))?.attributes[
        'Target'
      ]

      return target?.startsWith('/') ? posix.relative('/xl', target) : (target ?? null)
    },
  }
}

type ListedSheet = SheetFacts & { relation: string }

function readWorkbook(xml: string): { sheets: ListedSheet[]; isDate1904: boolean } {
  const sheets: ListedSheet[] = []
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
