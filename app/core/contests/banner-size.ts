/** A banner is named by its size in pixels, as portals ask for it. */
export type BannerSize = {
  name: string
  width: number
  height: number
  /** How its parts are arranged: one line, a broad picture, a card, or a column. */
  arrangement: 'strip' | 'broad' | 'card' | 'column'
}

/** The blocks of a NukeViet theme first (575×72, 212×800, 250×500), then sizes that other portals have. */
export const BANNER_SIZES = [
  { name: '575x72', width: 575, height: 72, arrangement: 'strip' },
  { name: '212x800', width: 212, height: 800, arrangement: 'column' },
  { name: '250x500', width: 250, height: 500, arrangement: 'column' },
  { name: '728x90', width: 728, height: 90, arrangement: 'strip' },
  { name: '300x250', width: 300, height: 250, arrangement: 'card' },
  { name: '1200x300', width: 1200, height: 300, arrangement: 'broad' },
] as const satisfies readonly BannerSize[]

export type BannerName = (typeof BANNER_SIZES)[number]['name']

/** The size of this name, or undefined: names come from addresses. */
export function findBannerSize(name: string): BannerSize | undefined {
  return BANNER_SIZES.find((size) => size.name === name)
}
