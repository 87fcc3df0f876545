import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RulesView } from '#app/components/contest/rules-view.tsx'
import { loadRulesView } from '#app/services/contests/rules-views.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thể lệ – Hội Thi' }]

export async function loader({ context: { now } }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(now)

  return loadRulesView(contest, contest.rounds, now)
}

export default function Rules() {
  return <RulesView view={useLoaderData<typeof loader>()} />
}
