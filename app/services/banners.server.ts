import { createHash } from 'node:crypto'
import { renderAsync } from '@resvg/resvg-js'
import { contestStateOf } from '../core/contest-state.ts'
import type { ContestState } from '../core/contest-state.ts'
import { getCurrentContest } from './contests.server.ts'
import type { ContestWithRounds } from './contests.server.ts'
import { createShortCache } from './short-cache.server.ts'

/** What a banner tells, straight from the contest's settings and the clock. */
export type BannerFacts = {
  title: string
  organizerName: string
  state: ContestState<ContestWithRounds['rounds'][number]>
}

/** Null on a fresh database without a contest. */
export async function getBannerFacts(now: Date): Promise<BannerFacts | null> {
  const contest = await getCurrentContest(now)

  return (
    contest && {
      title: contest.title,
      organizerName: contest.organizerName,
      state: contestStateOf(contest.rounds, now),
    }
  )
}

/** The same drawing gives the same picture: kept until other drawings push it out or an hour has passed. */
const pngs = createShortCache<Buffer>({ ttlMs: 60 * 60 * 1_000, maxEntries: 60 })

/**
 * The picture of a drawing, in the pixel size of its width and height, drawn off the main thread. The drawing
 * brings its letters as outlines, so no font of the machine is looked for.
 */
export function toPng(svg: string): Promise<Buffer> {
  return pngs.get(createHash('sha256').update(svg).digest('base64'), async () => {
    const image = await renderAsync(svg, { font: { loadSystemFonts: false } })

    return image.asPng()
  })
}
