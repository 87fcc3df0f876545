import type { BannerSize } from '../core/contests/banner-size.ts'
import { drawBroad } from './arrangements/broad.server.ts'
import { drawCard } from './arrangements/card.server.ts'
import { drawColumn } from './arrangements/column.server.ts'
import { drawStrip } from './arrangements/strip.server.ts'
import type { BannerTexts } from './banner-texts.ts'
import { svg } from './drawing.server.ts'

/** Draws a banner as an SVG that needs nothing but itself: no font, no style sheet, no script. */
export function drawBanner(size: BannerSize, texts: BannerTexts): string {
  const description = `${texts.title}. ${texts.state} ${texts.detail}. ${texts.organizer}.`

  return svg(size.width, size.height, description, arrange(size, texts))
}

function arrange({ arrangement, width, height }: BannerSize, texts: BannerTexts): string[] {
  switch (arrangement) {
    case 'strip':
      return drawStrip(width, height, texts)
    case 'broad':
      return drawBroad(width, height, texts)
    case 'card':
      return drawCard(width, height, texts)
    case 'column':
      return drawColumn(width, height, texts)
    default:
      return arrangement satisfies never
  }
}
