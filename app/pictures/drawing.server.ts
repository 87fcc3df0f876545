import { EMBLEM_RINGS, EMBLEM_SIZE, EMBLEM_SUN } from '../core/contests/emblem-shape.ts'
import { fitText } from '../core/contests/text-fitting.ts'
import type { FittedText, FittingRoom } from '../core/contests/text-fitting.ts'
import { glyphsOf, outlineOf, widthOf } from './typeface.server.ts'
import type { Weight } from './typeface.server.ts'

/** The parts pictures are made of, each as SVG. Texts are outlines; nothing is loaded from anywhere. */

type RectStyle = { fill: string; opacity?: number; radius?: number }

export function rect(x: number, y: number, width: number, height: number, style: RectStyle): string {
  const extras = [
    style.radius ? ` rx="${style.radius}"` : '',
    style.opacity ? ` opacity="${style.opacity}"` : '',
  ]

  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${style.fill}"${extras.join('')}/>`
}

export function emblem(
  x: number,
  y: number,
  radius: number,
  style: { color: string; opacity?: number },
): string {
  const center = EMBLEM_SIZE / 2
  const scale = Math.round((radius / center) * 1_000) / 1_000
  const opacity = style.opacity ? ` opacity="${style.opacity}"` : ''
  const rings = EMBLEM_RINGS.map(
    (ring) =>
      `<circle cx="${center}" cy="${center}" r="${ring.radius}" stroke-width="${ring.width}"${
        'dashes' in ring ? ` stroke-dasharray="${ring.dashes}"` : ''
      }/>`,
  )

  return [
    `<g transform="translate(${x - radius} ${y - radius}) scale(${scale})" fill="none" stroke="${style.color}"${opacity}>`,
    ...rings,
    `<path d="${EMBLEM_SUN}" fill="${style.color}" stroke="none"/></g>`,
  ].join('')
}

/** An arrowhead that points on, as tall as capital letters. */
export function chevron(x: number, middle: number, size: number, color: string): string {
  const [half, width] = [size / 2, Math.max(1.5, size / 5)]

  return `<path d="M${x} ${middle - half}l${half} ${half}l${-half} ${half}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

export type TextStyle = { weight: Weight; fill: string; lineHeight: number }

/** A text that has found its size and lines, ready to stand anywhere. */
export type TextBlock = FittedText & { style: TextStyle }

export function block(text: string, style: TextStyle, room: Omit<FittingRoom, 'lineHeight'>): TextBlock {
  const fitted = fitText(text, { ...room, lineHeight: style.lineHeight }, (line, fontSize) =>
    widthOf(line, style.weight, fontSize),
  )

  return { ...fitted, style }
}

/** Ascent and descent of the fonts, as shares of the size, and the height of their capitals. */
const ASCENT = 1
const DESCENT = 0.265
const CAP_HEIGHT = 0.7

type Place = { x: number; align?: 'left' | 'center' }

/** The lines of a block below each other, from `top` on. */
export function drawBlock({ lines, fontSize, style }: TextBlock, top: number, place: Place): string {
  const lead = (style.lineHeight - ASCENT - DESCENT) / 2
  const shapes = lines.map((line, index) => {
    const baseline = top + fontSize * (index * style.lineHeight + lead + ASCENT)

    return outlineOf(line, style.weight, fontSize, startOf(line, style.weight, fontSize, place), baseline)
  })

  return inColor(shapes.join(''), style)
}

/** One line whose capitals are centred on `middle`: for buttons. */
export function drawLine(
  text: string,
  { fontSize, ...style }: Omit<TextStyle, 'lineHeight'> & { fontSize: number },
  middle: number,
  place: Place,
): string {
  const baseline = middle + (CAP_HEIGHT / 2) * fontSize
  const start = startOf(text, style.weight, fontSize, place)

  return inColor(outlineOf(text, style.weight, fontSize, start, baseline), style)
}

function startOf(text: string, weight: Weight, fontSize: number, { x, align = 'left' }: Place): number {
  return align === 'center' ? x - widthOf(text, weight, fontSize) / 2 : x
}

function inColor(shapes: string, { fill }: { fill: string }): string {
  return `<g fill="${fill}">${shapes}</g>`
}

/** @param description what the picture says, for who cannot see it */
export function svg(width: number, height: number, description: string, parts: readonly string[]): string {
  const drawing = parts.join('')

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(description)}</title>`,
    `<defs>${glyphsOf(drawing)}</defs>`,
    drawing,
    '</svg>',
  ].join('')
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
