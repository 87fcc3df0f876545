import { block, drawBlock, emblem, rect } from '../drawing.server.ts'
import type { BannerTexts } from '../banner-texts.ts'
import { drawFootBar } from '../button.server.ts'
import { PALETTE } from '../palette.ts'

const MARGIN = 20
const BAR_HEIGHT = 44

/** A card: the drum rises over the corner, the words stand left, the way in is the foot. */
export function drawCard(width: number, height: number, texts: BannerTexts): string[] {
  const textWidth = width - 2 * MARGIN
  const line = { maxWidth: textWidth, maxLines: 1 }
  const state = block(
    texts.state,
    { weight: 'semibold', fill: PALETTE.gold, lineHeight: 1.35 },
    { ...line, maxFontSize: 15, minFontSize: 11 },
  )
  const detail = block(
    texts.detail,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { ...line, maxFontSize: 14, minFontSize: 11 },
  )
  const organizer = block(
    texts.organizer,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { maxWidth: textWidth - 72, maxLines: 2, maxFontSize: 12, minFontSize: 10 },
  )
  const stateTop = height - BAR_HEIGHT - 14 - state.height - detail.height
  const titleTop = 64
  const titleRoom = stateTop - titleTop - 10
  const title = block(
    texts.title,
    { weight: 'semibold', fill: PALETTE.text, lineHeight: 1.3 },
    { maxWidth: textWidth, maxLines: 4, maxHeight: titleRoom, maxFontSize: 22, minFontSize: 13 },
  )

  return [
    rect(0, 0, width, height, { fill: PALETTE.ground }),
    emblem(width - 30, 10, 52, { color: PALETTE.gold }),
    drawBlock(organizer, 16, { x: MARGIN }),
    drawBlock(title, titleTop + (titleRoom - title.height) / 2, { x: MARGIN }),
    drawBlock(state, stateTop, { x: MARGIN }),
    drawBlock(detail, stateTop + state.height, { x: MARGIN }),
    drawFootBar(texts.action, width, height, BAR_HEIGHT),
  ]
}
