import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmbeddedBoard, MissingEmbeddedBoard } from '#app/components/board/embedded-board.tsx'
import { headlineOf } from '#app/core/contests/contest-headline.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { embeddedBoardPath, parseEmbedQuery } from '#app/http/embed-query.ts'
import { listCurrentAnnouncements } from '#app/services/contests/announcement-lists.server.ts'
import { toPublicRow } from '#app/services/boards/board-views.server.ts'
import { getBoardPage } from '#app/services/boards/boards.server.ts'
import { requireCurrentContest } from '#app/services/contests/contests.server.ts'
import { requireRankedRound } from '#app/services/rounds/rounds.server.ts'

export const handle = { shell: 'bare', scripts: 'none' } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bảng xếp hạng – ${data?.contestTitle ?? 'Hội Thi'}` },
  { name: 'robots', content: 'noindex' },
]

/** As old as a board may be: a portal's readers ask for it with every page they open. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'public, max-age=5',
  Vary: 'Accept-Encoding',
})

export async function loader({ request, context: { now } }: LoaderFunctionArgs) {
  const query = parseEmbedQuery(request.url)
  const contest = await orThrowResponse(requireCurrentContest(now))
  const round =
    query.roundSlug === null ? null : await orThrowResponse(requireRankedRound(query.roundSlug, now))
  const told = headlineOf(contest.rounds)
  const { rows, people, attempts, visibility } = await getBoardPage({
    boardId: round?.id ?? contest.id,
    page: 1,
    search: '',
    unitId: null,
    now,
  })

  return {
    contestTitle: contest.title,
    round: round && { slug: round.slug, title: round.title, phase: round.phase },
    rows: rows.slice(0, query.rows).map((row) => toPublicRow(row, null)),
    people,
    attempts,
    visibility,
    announcements: (await listCurrentAnnouncements(now)).map(({ id, title, severity }) => ({
      id,
      title,
      severity,
    })),
    computedAt: now,
    ownPath: embeddedBoardPath(query),
    openRoundSlug: told.kind === 'open' ? told.round.slug : null,
  }
}

export default function EmbeddedBoardPage() {
  return <EmbeddedBoard view={useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <MissingEmbeddedBoard />
}
