import { block, chevron, drawBlock, drawLine, emblem, rect } from '../drawing.server.ts'
import type { BannerTexts } from '../banner-texts.ts'
import { PALETTE } from '../palette.ts'

/** The height the measures below are meant for; other strips are scaled from it. */
const MODEL_HEIGHT = 72

/** One line: mark, title, how it stands, and the way in as a gold cap at the end. */
export function drawStrip(width: number, height: number, texts: BannerTexts): string[] {
  const unit = height / MODEL_HEIGHT
  const middle = height / 2
  const gap = 14 * unit
  const capLeft = width - 86 * unit
  const titleLeft = 66 * unit
  const oneLine = { maxWidth: width * 0.3, maxLines: 1 }
  const state = block(
    texts.state,
    { weight: 'semibold', fill: PALETTE.gold, lineHeight: 1.35 },
    { ...oneLine, maxFontSize: 16 * unit, minFontSize: 11 },
  )
  const detail = block(
    texts.detail,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { ...oneLine, maxFontSize: 12 * unit, minFontSize: 10 },
  )
  const stateLeft = capLeft - gap - Math.max(state.width, detail.width)
  const stateTop = middle - (state.height + detail.height) / 2
  const title = block(
    texts.title,
    { weight: 'semibold', fill: PALETTE.text, lineHeight: 1.32 },
    {
      maxWidth: stateLeft - gap * 2 - titleLeft,
      maxLines: 3,
      maxHeight: height - 12 * unit,
      maxFontSize: 17 * unit,
      minFontSize: 11,
    },
  )

  return [
    rect(0, 0, width, height, { fill: PALETTE.ground }),
    emblem(34 * unit, middle, 24 * unit, { color: PALETTE.gold }),
    drawBlock(title, middle - title.height / 2, { x: titleLeft }),
    rect(stateLeft - gap, 14 * unit, 1, height - 28 * unit, { fill: PALETTE.gold, opacity: 0.55 }),
    drawBlock(state, stateTop, { x: stateLeft }),
    drawBlock(detail, stateTop + state.height, { x: stateLeft }),
    ...drawCap(capLeft, width - capLeft, height, texts.action, unit),
  ]
}

function drawCap(left: number, width: number, height: number, action: string, unit: number): string[] {
  const label = block(
    action,
    { weight: 'semibold', fill: PALETTE.onGold, lineHeight: 1.3 },
    { maxWidth: width - 34 * unit, maxLines: 2, maxFontSize: 13.5 * unit, minFontSize: 10 },
  )
  const middle = height / 2
  const contentWidth = label.width + 12 * unit
  const start = left + (width - contentWidth) / 2
  const line = { weight: 'semibold', fill: PALETTE.onGold, fontSize: label.fontSize } as const

  return [
    rect(left, 0, width, height, { fill: PALETTE.gold }),
    ...label.lines.map((text, index) =>
      drawLine(text, line, middle + (index - (label.lines.length - 1) / 2) * label.fontSize * 1.3, {
        x: start,
      }),
    ),
    chevron(start + label.width + 7 * unit, middle, 10 * unit, PALETTE.onGold),
  ]
}
