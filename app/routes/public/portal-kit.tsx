import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PortalKit } from '#app/components/portal/portal-kit.tsx'
import { BANNER_SIZES, findBannerSize } from '#app/core/contests/banner-size.ts'
import {
  MAX_EMBEDDED_ROWS,
  MIN_EMBEDDED_ROWS,
  THEME_WORDS,
  embeddedBoardPath,
  parseEmbedQuery,
  themeWordOf,
} from '#app/http/embed-query.ts'
import { paths } from '#app/http/paths.ts'
import { bannerSnippet, boardSnippet, embeddedBoardHeight } from '#app/http/portal-snippets.ts'
import type { BannerFormat } from '#app/http/portal-snippets.ts'
import { publicOriginOf } from '#app/http/public-origin.server.ts'
import { translate } from '#app/i18n/messages.ts'
import { portal } from '#app/i18n/messages/portal.ts'
import { listBoardRounds } from '#app/services/boards/board-views.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Dành cho cổng thông tin – Hội Thi' }]

export async function loader({ request, context: { now } }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(now)
  const rounds = listBoardRounds(contest.rounds)
  const origin = publicOriginOf(request)
  const query = parseEmbedQuery(request.url)
  // A round that is not on offer would give a snippet that shows nothing.
  const roundSlug = rounds.find(({ slug }) => slug === query.roundSlug)?.slug ?? null
  const board = { ...query, roundSlug }
  const { size, format } = parseBannerChoice(request.url)
  // The snippets stand on Vietnamese portals, whatever language the administrator reads here.
  const t = translate('vi', portal)
  const alt = t('bannerAlt', { title: contest.title })

  return {
    origin,
    rounds,
    sizes: BANNER_SIZES,
    themes: THEME_WORDS,
    rowLimits: { min: MIN_EMBEDDED_ROWS, max: MAX_EMBEDDED_ROWS },
    chosen: { size, format, roundSlug, rows: board.rows, theme: themeWordOf(board.theme) },
    banner: {
      alt,
      path: paths.banner(size.name, format),
      timelessPath: `${paths.banner(size.name, 'png')}?ngay=khong`,
      snippet: bannerSnippet(origin, size, format, alt),
      linkAddress: `${origin}${paths.home}`,
    },
    board: {
      path: embeddedBoardPath(board),
      height: embeddedBoardHeight(board.rows),
      snippet: boardSnippet(origin, board, `${t('boardTitle')} – ${contest.title}`),
    },
  }
}

function parseBannerChoice(url: string): { size: (typeof BANNER_SIZES)[number]; format: BannerFormat } {
  const { searchParams } = new URL(url)
  const wanted = findBannerSize(searchParams.get('co') ?? '')

  return {
    size: BANNER_SIZES.find((size) => size === wanted) ?? BANNER_SIZES[0],
    format: searchParams.get('kieu') === 'png' ? 'png' : 'svg',
  }
}

export default function PortalKitPage() {
  return <PortalKit view={useLoaderData<typeof loader>()} />
}
