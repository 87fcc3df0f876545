import type { Look } from '../../../../core/questions/import/line.ts'
import { childOf, elementsOf, valOf } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'

/** Settings of characters as a style or a run states them; what it leaves open is missing. */
export type RunSettings = {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strike?: boolean
  hidden?: boolean
  /** Null: stated to be nothing special. */
  color?: string | null
  highlight?: string | null
  shading?: string | null
  font?: string
  figures?: 'raised' | 'lowered' | null
}

const OFF = new Set(['0', 'false', 'off', 'none'])

export function readRunSettings(rPr: XmlElement | undefined): RunSettings {
  if (!rPr) return {}
  const settings: RunSettings = {}
  const flags = { b: 'bold', i: 'italic', strike: 'strike', dstrike: 'strike', vanish: 'hidden' } as const
  for (const element of elementsOf(rPr)) {
    const value = element.attributes['val']
    const flag = flags[element.name as keyof typeof flags]
    if (flag) settings[flag] = !OFF.has(value ?? '')
    else if (element.name === 'u') settings.underline = !OFF.has(value ?? 'single')
    else if (element.name === 'color') settings.color = colorOf(element)
    else if (element.name === 'highlight')
      settings.highlight = value === undefined || OFF.has(value) ? null : value
    else if (element.name === 'shd') settings.shading = shadingOf(element)
    else if (element.name === 'vertAlign')
      settings.figures = value === 'superscript' ? 'raised' : value === 'subscript' ? 'lowered' : null
    else if (element.name === 'rFonts') {
      const font = element.attributes['ascii'] ?? element.attributes['hAnsi']
      if (font) settings.font = font
    }
  }

  return settings
}

const TEXT_COLORS = /^(?:text1|dark1|tx1|dk1|text2|dark2|background1|light1)$/

function colorOf({ attributes }: XmlElement): string | null {
  const theme = attributes['themeColor']
  if (theme && TEXT_COLORS.test(theme) && theme !== 'text2' && theme !== 'dark2') return null
  const value = attributes['val']
  if (value && /^[\da-f]{6}$/i.test(value)) return isBlackish(value) ? null : value.toUpperCase()
  if (theme) return theme

  return value === undefined || value === 'auto' ? null : value
}

/** Greys near black come with text copied from web pages; nobody marks an answer with them. */
export function isBlackish(hex: string): boolean {
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const [highest, lowest] = [Math.max(...channels), Math.min(...channels)]

  return highest < 0x60 && highest - lowest < 0x20
}

export function shadingOf({ attributes }: XmlElement): string | null {
  const fill = attributes['fill']
  if (fill && fill !== 'auto') return /^F{6}$/i.test(fill) ? null : fill.toUpperCase()
  const color = attributes['color']
  const isPattern = attributes['val'] && !['clear', 'nil'].includes(attributes['val'])

  return isPattern && color && color !== 'auto' ? color.toUpperCase() : (attributes['themeFill'] ?? null)
}

/** What a reader sees of settings. */
export function lookOf(settings: RunSettings, paragraphShading: string | null, isLink: boolean): Look {
  const background = settings.highlight ?? settings.shading ?? paragraphShading

  return {
    ...(settings.bold ? { bold: true as const } : {}),
    ...(settings.italic ? { italic: true as const } : {}),
    ...(settings.underline && !isLink ? { underline: true as const } : {}),
    ...(settings.strike ? { strike: true as const } : {}),
    ...(settings.color && !isLink ? { color: settings.color } : {}),
    ...(background ? { background } : {}),
  }
}

export type Style = {
  basedOn: string | null
  settings: RunSettings
  /** List and level that paragraphs of this style belong to. */
  numId: string | null
  level: number | null
  isHeading: boolean
  shading: string | null
}

export type Styles = {
  defaults: RunSettings
  defaultParagraph: string | null
  byId: ReadonlyMap<string, Style>
}

/** Adds an element of styles.xml. */
export function readStyle(element: XmlElement): [id: string, style: Style] {
  const pPr = childOf(element, 'pPr')
  const numPr = childOf(pPr, 'numPr')
  const level = valOf(numPr, 'ilvl')
  const name = valOf(element, 'name') ?? ''
  const shd = childOf(pPr, 'shd')

  return [
    element.attributes['styleId'] ?? '',
    {
      basedOn: valOf(element, 'basedOn') ?? null,
      settings: readRunSettings(childOf(element, 'rPr')),
      numId: valOf(numPr, 'numId') ?? null,
      level: level === undefined ? null : Number(level),
      isHeading: /^(?:heading \d|title|subtitle)$/i.test(name) || valOf(pPr, 'outlineLvl') !== undefined,
      shading: shd ? shadingOf(shd) : null,
    },
  ]
}

const LONGEST_CHAIN = 20

/** A style and those it is based on, from the root down. */
export function styleChain(styles: Styles, id: string | null | undefined): Style[] {
  const chain: Style[] = []
  let current = id
  while (current && chain.length < LONGEST_CHAIN) {
    const style = styles.byId.get(current)
    if (!style) break
    chain.unshift(style)
    current = style.basedOn
  }

  return chain
}

const TOGGLES = ['bold', 'italic', 'strike', 'hidden'] as const

/** Settings of a run: bold of a paragraph style and bold of a character style cancel each other out, as Word does. */
export function resolveRun(
  styles: Styles,
  paragraphStyle: string | null | undefined,
  runStyle: string | null | undefined,
  direct: RunSettings,
): RunSettings {
  const ofParagraph = merge([
    { ...styles.defaults },
    ...styleChain(styles, paragraphStyle).map((style) => style.settings),
  ])
  const ofRun = merge(styleChain(styles, runStyle).map((style) => style.settings))
  const merged = merge([ofParagraph, ofRun, direct])
  for (const toggle of TOGGLES) {
    if (direct[toggle] === undefined && ofRun[toggle] !== undefined)
      merged[toggle] = ofRun[toggle] !== (ofParagraph[toggle] ?? false)
  }

  return merged
}

function merge(settings: readonly RunSettings[]): RunSettings {
  return settings.reduce<RunSettings>((merged, each) => ({ ...merged, ...each }), {})
}
