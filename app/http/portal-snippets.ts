import type { BannerSize } from '../core/contests/banner-size.ts'
import { embeddedBoardPath } from './embed-query.ts'
import type { EmbedQuery } from './embed-query.ts'
import { paths } from './paths.ts'

export type BannerFormat = 'svg' | 'png'

/**
 * What a portal pastes to show a banner that leads to the contest.
 * @param origin where the public reaches the contest, such as https://hoithi.example.gov.vn
 * @param alt says where the picture leads; without dates, for it is kept by the portal and the picture is not
 */
export function bannerSnippet(origin: string, size: BannerSize, format: BannerFormat, alt: string): string {
  const link = attributesOf({ href: `${origin}${paths.home}`, target: '_blank', rel: 'noopener' })
  const image = attributesOf({
    src: `${origin}${paths.banner(size.name, format)}`,
    width: size.width,
    height: size.height,
    alt,
    style: 'max-width:100%;height:auto;border:0',
  })

  return `<a ${link}><img ${image}></a>`
}

/** What a portal pastes to show the small board. */
export function boardSnippet(origin: string, query: EmbedQuery, title: string): string {
  const frame = attributesOf({
    src: `${origin}${embeddedBoardPath(query)}`,
    title,
    width: '100%',
    height: embeddedBoardHeight(query.rows),
    style: 'border:0',
    loading: 'lazy',
  })

  return `<iframe ${frame}></iframe>`
}

/** Room for this many rows in a side column of a portal; a frame cannot grow by itself without scripts. */
export function embeddedBoardHeight(rows: number): number {
  return FRAME_HEIGHT + rows * ROW_HEIGHT
}

const FRAME_HEIGHT = 340
const ROW_HEIGHT = 66

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeAttribute(String(value))}"`)
    .join(' ')
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
