import { chevron, drawLine, rect } from './drawing.server.ts'
import { PALETTE } from './palette.ts'
import { widthOf } from './typeface.server.ts'

const LABEL = { weight: 'semibold', fill: PALETTE.onGold } as const

/** A gold button as wide as its words. */
export function drawButton(
  label: string,
  { left, top, height }: { left: number; top: number; height: number },
): { width: number; drawing: string } {
  const fontSize = height * 0.37
  const padding = height * 0.5
  const arrow = height * 0.24
  const labelWidth = widthOf(label, LABEL.weight, fontSize)
  const width = Math.round(padding * 2 + labelWidth + arrow * 1.2)
  const middle = top + height / 2

  return {
    width,
    drawing: [
      rect(left, top, width, height, { fill: PALETTE.gold, radius: 8 }),
      drawLine(label, { ...LABEL, fontSize }, middle, { x: left + padding }),
      chevron(left + padding + labelWidth + arrow * 0.75, middle, arrow, PALETTE.onGold),
    ].join(''),
  }
}

/** A gold bar over the whole width at the foot of a picture, its words in the middle. */
export function drawFootBar(label: string, width: number, bottom: number, height: number): string {
  const fontSize = Math.min(18, height * 0.36)
  const arrow = fontSize * 0.62
  const labelWidth = widthOf(label, LABEL.weight, fontSize)
  const start = (width - labelWidth - arrow * 1.3) / 2
  const middle = bottom - height / 2

  return [
    rect(0, bottom - height, width, height, { fill: PALETTE.gold }),
    drawLine(label, { ...LABEL, fontSize }, middle, { x: start }),
    chevron(start + labelWidth + arrow * 0.8, middle, arrow, PALETTE.onGold),
  ].join('')
}
