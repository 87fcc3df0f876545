import type { DocumentItem } from '../../../../core/questions/import/document.ts'
import type { Skipped } from '../../../../core/questions/import/draft.ts'
import { legacyOf } from '../../../../core/questions/import/legacy-lines.ts'
import type { LegacyEncoding } from '../../../../core/questions/import/legacy-fonts.ts'
import { joinLines } from '../../../../core/questions/import/line.ts'
import type { Line } from '../../../../core/questions/import/line.ts'
import { decodeXml } from '../decode.server.ts'
import { refuseFile } from '../refusal.ts'
import { childOf, elementsOf, readXml } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import type { Zip } from '../zip.server.ts'
import { createNumbering } from './numbering.ts'
import { readParagraph } from './paragraph.ts'
import type { ParagraphContext } from './paragraph.ts'
import { namesLegacyFont } from './legacy-runs.ts'
import { readRunSettings, readStyle } from './run-looks.ts'
import type { Style, Styles } from './run-looks.ts'
import { readTable } from './table.ts'

const DOCX_LIMITS = { paragraphs: 100_000 } as const

export type DocxContent = { items: DocumentItem[]; skipped: Skipped[]; legacy: LegacyEncoding | null }

/**
 * Reads a Word file: paragraphs with their automatic numbers and looks, tables, text boxes.
 * @throws DomainError question_file_refused
 */
export async function readDocx(zip: Zip): Promise<DocxContent> {
  const main = mainPartOf(zip)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = async (name: string) => decodeXml((await zip.read(`${folder}${name}`)) ?? Buffer.from(''))
  const stylesXml = await part('styles.xml')
  const styles = readStyles(stylesXml)
  const numbering = createNumbering(collect(await part('numbering.xml'), ['abstractNum', 'num']))
  const xml = decodeXml((await zip.read(main)) ?? Buffer.from(''))
  const legacy = {
    encoding: legacyOf(paragraphTexts(xml)),
    hasFonts: namesLegacyFont(xml) || namesLegacyFont(stylesXml),
  }
  const reader = createReader({ styles, numbering, legacy })
  readXml(xml, new Set(['p', 'tbl', 'altChunk']), reader.read)

  return reader.content
}

/** Texts of the paragraphs, good enough to tell their encoding. */
function* paragraphTexts(xml: string): Generator<string> {
  for (const paragraph of xml.split('</w:p>'))
    yield paragraph.replace(/<w:tab\/>/g, ' ').replace(/<[^>]*>/g, '')
}

/** word/document.xml, whatever its name: Office 365 on the web calls it document2.xml. */
function mainPartOf(zip: Zip): string {
  const name = zip.names.find((each) => /^word\/document\d*\.xml$/.test(each))
  if (!name) throw refuseFile('unknown_format')

  return name
}

function collect(xml: string, names: readonly string[]): XmlElement[] {
  const elements: XmlElement[] = []
  if (xml.trim() !== '') readXml(xml, new Set(names), (element) => elements.push(element))

  return elements
}

function readStyles(xml: string): Styles {
  const byId = new Map<string, Style>()
  let defaults = {}
  let defaultParagraph: string | null = null
  for (const element of collect(xml, ['style', 'docDefaults'])) {
    if (element.name === 'docDefaults') {
      defaults = readRunSettings(childOf(childOf(element, 'rPrDefault'), 'rPr'))
      continue
    }
    const [id, style] = readStyle(element)
    byId.set(id, style)
    if (
      element.attributes['type'] === 'paragraph' &&
      ['1', 'true'].includes(element.attributes['default'] ?? '')
    )
      defaultParagraph = id
  }

  return { defaults, defaultParagraph, byId }
}

function createReader(context: ParagraphContext) {
  const content: DocxContent = { items: [], skipped: [], legacy: context.legacy.encoding }
  let paragraphs = 0
  let isAfterBlank = true
  let carried: Line[] = []

  function read(element: XmlElement): void {
    if (element.name === 'altChunk')
      content.skipped.push({
        code: 'content_not_read',
        place: { paragraph: paragraphs + 1 },
        excerpt: '',
        params: {},
      })
    else if (element.name === 'tbl') {
      const boxes: XmlElement[] = []
      content.items.push({ kind: 'table', grid: readTable(element, { context, count, boxes }) })
      isAfterBlank = false
      for (const box of boxes) readBox(box)
    } else readBodyParagraph(element)
  }

  function readBodyParagraph(element: XmlElement): void {
    const paragraph = readParagraph(element, count(), context)
    const lines = joinCarried(paragraph.lines)
    carried = paragraph.isOpenEnded ? lines : []
    if (!paragraph.isOpenEnded) {
      if (lines.length === 0) isAfterBlank = true
      for (const [index, line] of lines.entries())
        content.items.push({ kind: 'line', line: { ...line, afterBlank: index === 0 && isAfterBlank } })
      if (lines.length > 0) isAfterBlank = false
    }
    for (const box of paragraph.boxes) readBox(box)
  }

  /** The end of the paragraph before was deleted: its last line goes on in this one. */
  function joinCarried(lines: Line[]): Line[] {
    const last = carried.at(-1)
    const first = lines[0]
    if (!last || !first) return [...carried, ...lines]

    return [...carried.slice(0, -1), joinLines([last, first]) as Line, ...lines.slice(1)]
  }

  function count(): number {
    paragraphs++
    if (paragraphs > DOCX_LIMITS.paragraphs) throw refuseFile('document_too_large')

    return paragraphs
  }

  function readBox(box: XmlElement): void {
    for (const element of elementsOf(box)) {
      if (element.name === 'tbl')
        content.items.push({ kind: 'table', grid: readTable(element, { context, count, boxes: [] }) })
      else if (element.name === 'p') {
        for (const line of readParagraph(element, count(), context).lines)
          content.items.push({ kind: 'line', line: { ...line, notes: [...line.notes, 'text_box'] } })
      }
    }
  }

  return { content, read }
}
