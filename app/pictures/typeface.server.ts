import { create } from 'fontkit'
import type { Font, PathCommand } from 'fontkit'
import regularFile from '../styles/fonts/be-vietnam-pro-400.woff2?inline'
import semiboldFile from '../styles/fonts/be-vietnam-pro-600.woff2?inline'

export type Weight = 'regular' | 'semibold'

/** The fonts of the site, carried inside the server's own code: no picture depends on what a machine has installed. */
const FILES: Readonly<Record<Weight, string>> = { regular: regularFile, semibold: semiboldFile }
const fonts = new Map<Weight, Font>()

/** The width of a text in this weight. */
export function widthOf(text: string, weight: Weight, fontSize: number): number {
  const font = fontOf(weight)

  return (font.layout(writable(text, font)).advanceWidth * fontSize) / font.unitsPerEm
}

/**
 * A text whose baseline starts at (x, y), as uses of glyphs that `glyphsOf` defines. A picture inside <img> may load no
 * fonts, so it carries shapes; each shape once. Characters that the fonts lack (emoji) are left out.
 */
export function outlineOf(text: string, weight: Weight, fontSize: number, x: number, y: number): string {
  const font = fontOf(weight)
  const scale = fontSize / font.unitsPerEm
  const { glyphs, positions } = font.layout(writable(text, font))
  let penX = 0
  const uses = glyphs.map((glyph, index) => {
    const at = penX + (positions[index]?.xOffset ?? 0)
    penX += positions[index]?.xAdvance ?? 0

    return glyph.path.commands.length === 0 ? '' : `<use href="#${PREFIXES[weight]}${glyph.id}" x="${at}"/>`
  })

  // Font units go up from the baseline, SVG's go down.
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${short(scale)} ${short(-scale)})">${uses.join('')}</g>`
}

/** The shapes of the glyphs that a drawing uses, for its <defs>. */
export function glyphsOf(drawing: string): string {
  const used = new Set(
    [...drawing.matchAll(/href="#([rs])(\d+)"/g)].map(([, prefix, id]) => `${prefix}${id}`),
  )

  return [...used].map((name) => `<path id="${name}" d="${shapeOf(name)}"/>`).join('')
}

const PREFIXES: Readonly<Record<Weight, string>> = { regular: 'r', semibold: 's' }

function shapeOf(name: string): string {
  const font = fontOf(name.startsWith(PREFIXES.regular) ? 'regular' : 'semibold')
  const { commands } = font.getGlyph(Number(name.slice(1))).path

  return commands.map(({ command, args }) => LETTERS[command] + args.map(Math.round).join(' ')).join('')
}

const LETTERS: Readonly<Record<PathCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

function short(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

function writable(text: string, font: Font): string {
  return [...text.normalize('NFC')]
    .filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    .join('')
}

function fontOf(weight: Weight): Font {
  const known = fonts.get(weight)
  if (known) return known

  const font = create(Buffer.from(FILES[weight].replace(/^.*base64,/, ''), 'base64'))
  if (!('layout' in font)) throw new Error('the font file is a collection')
  fonts.set(weight, font)

  return font
}
