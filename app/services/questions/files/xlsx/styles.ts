import type { Look } from '../../../../core/questions/import/line.ts'
import { isBlackish } from '../docx/run-looks.ts'
import { childOf, elementsOf, readXml } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'

export type CellStyle = { look: Look; format: string }

/** @returns styles by their index in cellXfs */
export function readCellStyles(xml: string): CellStyle[] {
  const parts = new Map<string, XmlElement>()
  if (xml.trim() !== '')
    readXml(xml, new Set(['numFmts', 'fonts', 'fills', 'cellXfs']), (element) =>
      parts.set(element.name, element),
    )
  const list = (name: string, child: string) => {
    const part = parts.get(name)

    return part ? elementsOf(part, child) : []
  }
  const formats = new Map(
    list('numFmts', 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'] ?? '',
      attributes['formatCode'] ?? '',
    ]),
  )
  const fonts = list('fonts', 'font').map(fontLook)
  const fills = list('fills', 'fill').map(fillOf)

  return list('cellXfs', 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0'
    const background = fills[Number(attributes['fillId'] ?? 0)]

    return {
      look: { ...fonts[Number(attributes['fontId'] ?? 0)], ...(background ? { background } : {}) },
      format: formats.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General',
    }
  })
}

/** Looks of a font of styles.xml, or of the rPr of a rich text run. */
export function fontLook(font: XmlElement): Look {
  const isOn = (name: string) => {
    const element = childOf(font, name)

    return element !== undefined && !['0', 'false', 'none'].includes(element.attributes['val'] ?? '')
  }
  const color = colorOf(childOf(font, 'color'))

  return {
    ...(isOn('b') ? { bold: true as const } : {}),
    ...(isOn('i') ? { italic: true as const } : {}),
    ...(isOn('u') ? { underline: true as const } : {}),
    ...(isOn('strike') ? { strike: true as const } : {}),
    ...(color ? { color } : {}),
  }
}

function fillOf(fill: XmlElement): string | null {
  const pattern = childOf(fill, 'patternFill')
  if (!pattern || ['none', 'gray125', undefined].includes(pattern.attributes['patternType'])) return null
  const color = childOf(pattern, 'fgColor')
  if (!color) return null
  const { rgb, theme, indexed } = color.attributes
  // White: theme 0 without a tint, and the palette's 9.
  if (
    rgb
      ? /F{6}$/i.test(rgb)
      : theme === '0'
        ? !color.attributes['tint']
        : ['9', '1', '64', '65'].includes(indexed ?? '')
  )
    return null

  return colorName(color)
}

function colorOf(color: XmlElement | undefined): string | null {
  if (!color) return null
  const { rgb, theme, indexed, auto } = color.attributes
  // Theme 1 is the text's own dark colour, 0 and 64 the system's.
  if (auto || theme === '1' || ['0', '8', '64'].includes(indexed ?? '')) return null
  if (rgb && isBlackish(rgb.slice(-6))) return null

  return colorName(color)
}

function colorName({ attributes: { rgb, theme, tint, indexed } }: XmlElement): string | null {
  if (rgb) return rgb.slice(-6).toUpperCase()
  if (theme !== undefined) return `theme ${theme} ${tint ?? ''}`.trim()

  return indexed === undefined ? null : `indexed ${indexed}`
}

const BUILT_IN_FORMATS: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  49: '@',
}
