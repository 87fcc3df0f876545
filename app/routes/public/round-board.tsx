import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getUser } from '#app/auth/guards.server.ts'
import { BoardPage } from '#app/components/board/board-page.tsx'
import { resultStateSince } from '#app/core/rounds/round-phase.ts'
import { lastPageAddress, parseBoardQuery } from '#app/http/board-query.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listBoardRounds, loadBoard } from '#app/services/boards/board-views.server.ts'
import { parseContestPolicy } from '#app/services/contests/contest-policy.server.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import { listRegradeNotes } from '#app/services/rounds/decisions.server.ts'
import { getPublishedResults } from '#app/services/results/published-results.server.ts'
import { requireRankedRound } from '#app/services/rounds/rounds.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bảng xếp hạng ${data?.round.title ?? ''} – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await orThrowResponse(requireRankedRound(params.slug ?? '', context.now))
  const query = parseBoardQuery(request.url)
  const [user, contest, published, regrades] = await Promise.all([
    getUser(request),
    getCurrentContest(context.now),
    getPublishedResults(round, context.now),
    listRegradeNotes(round.id),
  ])
  const loaded = await loadBoard({ ...query, boardId: round.id, contestId: round.contestId, participantId: user?.id ?? null, now: context.now })
  if (loaded.page.rows.length === 0 && query.page > 1)
    throw redirect(lastPageAddress(request.url, loaded.page.pageCount))

  return {
    ...query,
    ...loaded,
    round: {
      slug: round.slug,
      title: round.title,
      phase: round.phase,
      since: resultStateSince(round, round.phase),
      complaintsUntil: round.complaintsUntil,
      predictionKind: round.predictionKind,
      predictionTruth: round.predictionTruth,
      predictionFacts: round.predictionFacts,
      rankingPolicy: round.rankingPolicy,
    },
    regrades,
    contestPolicy: parseContestPolicy(contest?.boardPolicy),
    published: published && { ...published, roundSlug: round.slug },
    computedAt: context.now,
    rounds: listBoardRounds(contest?.rounds ?? []),
  }
}

export default function RoundBoard() {
  const t = useT(board)
  const data = useLoaderData<typeof loader>()
  const tabs = [
    { label: t('overall'), href: paths.board, isCurrent: false },
    ...data.rounds.map(({ slug, title }) => ({
      label: title,
      href: paths.roundBoard(slug),
      isCurrent: slug === data.round.slug,
    })),
  ]

  return (
    <BoardPage
      view={{ ...data, tabs, title: data.round.title, path: paths.roundBoard(data.round.slug) }}
    />
  )
}
