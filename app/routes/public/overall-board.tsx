import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getUser } from '#app/auth/guards.server.ts'
import { BoardPage } from '#app/components/board/board-page.tsx'
import { lastPageAddress, parseBoardQuery } from '#app/http/board-query.ts'
import { paths } from '#app/http/paths.ts'
import { board } from '#app/i18n/messages/board.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listBoardRounds, loadBoard } from '#app/services/boards/board-views.server.ts'
import { parseContestPolicy } from '#app/services/contests/contest-policy.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Bảng xếp hạng chung cuộc – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(context.now)
  const query = parseBoardQuery(request.url)
  const user = await getUser(request)
  const loaded = await loadBoard({ ...query, boardId: contest.id, contestId: contest.id, participantId: user?.id ?? null, now: context.now })
  if (loaded.page.rows.length === 0 && query.page > 1)
    throw redirect(lastPageAddress(request.url, loaded.page.pageCount))

  return {
    ...query,
    ...loaded,
    contestPolicy: parseContestPolicy(contest.boardPolicy),
    computedAt: context.now,
    rounds: listBoardRounds(contest.rounds),
  }
}

export default function OverallBoard() {
  const t = useT(board)
  const data = useLoaderData<typeof loader>()
  const tabs = [
    { label: t('overall'), href: paths.board, isCurrent: true },
    ...data.rounds.map(({ slug, title }) => ({
      label: title,
      href: paths.roundBoard(slug),
      isCurrent: false,
    })),
  ]

  return <BoardPage view={{ ...data, tabs, round: null, title: t('overall'), path: paths.board }} />
}
