import type { LoaderFunctionArgs } from '@remix-run/node'
import { headlineEndsAt, headlineOf } from '#app/core/contests/contest-headline.ts'
import { findBannerSize } from '#app/core/contests/banner-size.ts'
import type { BannerSize } from '#app/core/contests/banner-size.ts'
import { keepTogether } from '#app/core/questions/vietnamese-compounds.ts'
import { bannerWordsOf } from '#app/i18n/banner-words.ts'
import { drawBanner } from '#app/pictures/banner.server.ts'
import type { BannerTexts } from '#app/pictures/banner-texts.ts'
import { toPng } from '#app/pictures/png.server.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import type { ContestWithRounds } from '#app/services/contests/contests.server.ts'
import { createShortCache } from '#app/services/short-cache.server.ts'

const FILE_NAME = /^(\d{2,4}x\d{2,4})\.(svg|png)$/
const CONTENT_TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const
type Format = keyof typeof CONTENT_TYPES
type Picture = string | Uint8Array<ArrayBuffer>

/** After this long a browser asks again at the latest: a decision may have moved a date. */
const MAX_AGE_S = 60

/** Pictures change when their words do, a few times in a contest; the key is the words themselves. */
const pictures = createShortCache<Picture>({ ttlMs: 60 * 60_000, maxEntries: 60 })

/** A banner as a picture, always with the state and the dates of this moment; unknown names are not found. */
export async function loader({ request, params, context: { now } }: LoaderFunctionArgs): Promise<Response> {
  const [, name = '', format = ''] = FILE_NAME.exec(params.file ?? '') ?? []
  const size = findBannerSize(name)
  const contest = size && (await getCurrentContest(now))
  if (!size || !contest || !isFormat(format)) throw new Response(null, { status: 404 })

  const isTimeless = new URL(request.url).searchParams.get('ngay') === 'khong'
  const texts = textsOf(contest, isTimeless ? 'timeless' : 'current')
  const picture = await pictures.get(JSON.stringify([name, format, texts]), () => draw(size, format, texts))

  return new Response(picture, {
    headers: {
      'Content-Type': CONTENT_TYPES[format],
      'Cache-Control': `public, max-age=${isTimeless ? MAX_AGE_S : maxAgeOf(contest, now)}`,
      // The one kind of answer that other sites may show as their own.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    },
  })
}

async function draw(size: BannerSize, format: Format, texts: BannerTexts): Promise<Picture> {
  const svg = drawBanner(size, texts)

  return format === 'png' ? toPng(svg) : svg
}

function textsOf(contest: ContestWithRounds, truth: 'current' | 'timeless'): BannerTexts {
  const words = bannerWordsOf(truth === 'timeless' ? null : headlineOf(contest.rounds))

  return {
    ...words,
    title: keepTogether(contest.title),
    organizer: keepTogether(contest.organizerName),
    round: keepTogether(words.round),
  }
}

/** Never beyond the moment when the clock makes the words untrue. */
function maxAgeOf(contest: ContestWithRounds, now: Date): number {
  const endsAt = headlineEndsAt(contest.rounds, now)
  const leftS = endsAt ? Math.floor((endsAt.getTime() - now.getTime()) / 1_000) : MAX_AGE_S

  return Math.min(MAX_AGE_S, leftS)
}

function isFormat(value: string): value is Format {
  return value in CONTENT_TYPES
}
