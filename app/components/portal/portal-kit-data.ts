import type { BannerName } from '../../core/contests/banner-size.ts'

export type PortalKitView = {
  /** Where the public reaches the contest. */
  origin: string
  rounds: readonly { slug: string; title: string }[]
  sizes: readonly { name: BannerName; width: number; height: number }[]
  themes: readonly ('sang' | 'toi' | 'tu-dong')[]
  rowLimits: { min: number; max: number }
  chosen: {
    size: { name: BannerName; width: number; height: number }
    format: 'svg' | 'png'
    roundSlug: string | null
    rows: number
    theme: 'sang' | 'toi' | 'tu-dong'
  }
  banner: {
    alt: string
    path: string
    /** The same picture without a date, to be uploaded. */
    timelessPath: string
    snippet: string
    linkAddress: string
  }
  board: { path: string; height: number; snippet: string }
}
