import { block, drawBlock, emblem, rect } from '../drawing.server.ts'
import type { TextBlock } from '../drawing.server.ts'
import type { BannerTexts } from '../banner-texts.ts'
import { drawFootBar } from '../button.server.ts'
import { PALETTE } from '../palette.ts'

const MARGIN = 18
const BAR_HEIGHT = 56

/** A column: the drum rises from the upper edge, the words stand in the middle below it, the way in is the foot. */
export function drawColumn(width: number, height: number, texts: BannerTexts): string[] {
  const isTall = height > width * 3
  const center = width / 2
  const maxWidth = width - 2 * MARGIN
  const radius = Math.round(Math.min(width * 0.56, height * 0.25))
  const sunMiddle = isTall ? Math.round(radius * 0.68) : -8
  const organizer = block(
    texts.organizer,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { maxWidth, maxLines: 3, maxFontSize: 13, minFontSize: 11 },
  )
  const news = newsBlocks(texts, maxWidth, isTall ? 'with_round' : 'without_round')
  const newsTop = height - BAR_HEIGHT - 18 - totalHeight(news)
  const ruleY = newsTop - 14
  const organizerTop = ruleY - 16 - organizer.height
  const titleTop = sunMiddle + radius + 12
  const titleRoom = organizerTop - 12 - titleTop
  const title = block(
    texts.title,
    { weight: 'semibold', fill: PALETTE.text, lineHeight: 1.3 },
    { maxWidth, maxLines: 12, maxHeight: titleRoom, maxFontSize: 32, minFontSize: 14 },
  )
  const draw = (part: TextBlock, y: number): string => drawBlock(part, y, { x: center, align: 'center' })

  return [
    rect(0, 0, width, height, { fill: PALETTE.ground }),
    emblem(center, sunMiddle, radius, { color: PALETTE.gold }),
    draw(title, titleTop + (titleRoom - title.height) / 2),
    draw(organizer, organizerTop),
    rect(center - 24, ruleY, 48, 2, { fill: PALETTE.gold }),
    ...news.map((part, index) => draw(part, newsTop + totalHeight(news.slice(0, index)))),
    drawFootBar(texts.action, width, height, BAR_HEIGHT),
  ]
}

/** How the contest stands; where there is room, of which round it is said. */
function newsBlocks(
  texts: BannerTexts,
  maxWidth: number,
  extent: 'with_round' | 'without_round',
): TextBlock[] {
  const round = block(
    texts.round,
    { weight: 'semibold', fill: PALETTE.text, lineHeight: 1.35 },
    { maxWidth, maxLines: 4, maxFontSize: 15, minFontSize: 12 },
  )
  const state = block(
    texts.state,
    { weight: 'semibold', fill: PALETTE.gold, lineHeight: 1.6 },
    { maxWidth, maxLines: 1, maxFontSize: 19, minFontSize: 13 },
  )
  const detail = block(
    texts.detail,
    { weight: 'regular', fill: PALETTE.text, lineHeight: 1.35 },
    { maxWidth, maxLines: 1, maxFontSize: 15, minFontSize: 12 },
  )

  return extent === 'with_round' ? [round, state, detail] : [state, detail]
}

function totalHeight(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0)
}
