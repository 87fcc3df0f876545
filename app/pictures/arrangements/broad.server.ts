import { block, drawBlock, emblem, rect } from '../drawing.server.ts'
import type { BannerTexts } from '../banner-texts.ts'
import { drawButton } from '../button.server.ts'
import { PALETTE } from '../palette.ts'

/** A broad picture: the drum large at the right edge, the words on the left, the way in below them. */
export function drawBroad(width: number, height: number, texts: BannerTexts): string[] {
  const left = width * 0.05
  const textWidth = width * 0.62
  const buttonHeight = height * 0.2
  const buttonTop = height - buttonHeight - height * 0.15
  const organizer = block(
    texts.organizer,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { maxWidth: textWidth, maxLines: 1, maxFontSize: height * 0.068, minFontSize: 12 },
  )
  const organizerTop = height * 0.11
  const titleTop = organizerTop + organizer.height + height * 0.015
  const titleRoom = buttonTop - titleTop - height * 0.05
  const title = block(
    texts.title,
    { weight: 'semibold', fill: PALETTE.text, lineHeight: 1.3 },
    { maxWidth: textWidth, maxLines: 4, maxHeight: titleRoom, maxFontSize: height * 0.15, minFontSize: 16 },
  )
  const button = drawButton(texts.action, { left, top: buttonTop, height: buttonHeight })
  const stateLeft = left + button.width + width * 0.02
  const stateWidth = left + textWidth - stateLeft
  const state = block(
    texts.state,
    { weight: 'semibold', fill: PALETTE.gold, lineHeight: 1.3 },
    { maxWidth: stateWidth, maxLines: 1, maxFontSize: height * 0.075, minFontSize: 12 },
  )
  const detail = block(
    texts.detail,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.3 },
    { maxWidth: stateWidth, maxLines: 1, maxFontSize: height * 0.075, minFontSize: 12 },
  )
  const stateTop = buttonTop + (buttonHeight - state.height - detail.height) / 2

  return [
    rect(0, 0, width, height, { fill: PALETTE.ground }),
    emblem(width * 0.86, height * 0.5, height * 0.72, { color: PALETTE.gold }),
    rect(0, height - 6, width, 6, { fill: PALETTE.gold }),
    drawBlock(organizer, organizerTop, { x: left }),
    drawBlock(title, titleTop + (titleRoom - title.height) / 2, { x: left }),
    button.drawing,
    drawBlock(state, stateTop, { x: stateLeft }),
    drawBlock(detail, stateTop + state.height, { x: stateLeft }),
  ]
}
