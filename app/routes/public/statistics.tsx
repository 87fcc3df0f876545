import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StatisticsView } from '#app/components/contest/statistics-view.tsx'
import { numbersWaitUntil } from '#app/core/ranking/board-visibility.ts'
import { getBoardPage, listUnitRows } from '#app/services/boards/boards.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thống kê – Hội Thi' }]

/** Counted from the boards, so that every page of the site says the same number. */
export async function loader({ context }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(context.now)
  const ranked = contest.rounds.filter(({ kind, phase }) => kind === 'ranked' && phase !== 'scheduled')
  const [total, units, rounds] = await Promise.all([
    countBoard(contest.id, context.now),
    listUnitRows(contest.id, context.now),
    Promise.all(ranked.map(async ({ id, slug, title }) => ({ slug, title, ...(await countBoard(id, context.now)) }))),
  ])

  return { countedAt: context.now, total, units, rounds }
}

async function countBoard(boardId: string, now: Date) {
  const { people, attempts, visibility } = await getBoardPage({
    boardId,
    page: 1,
    search: '',
    unitId: null,
    now,
  })

  return { people, attempts, waitUntil: attempts === 0 ? numbersWaitUntil(visibility) : null }
}

export default function Statistics() {
  return <StatisticsView view={useLoaderData<typeof loader>()} />
}
