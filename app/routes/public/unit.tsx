import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnitPage } from '#app/components/board/unit-page.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { loadUnitPage } from '#app/services/units/unit-page.server.ts'
import { requireContestOrGoHome } from './contest-or-home.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Đơn vị'} – Hội Thi` },
]

export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const contest = await requireContestOrGoHome(now)
  const { unitId, ...unit } = await orThrowResponse(loadUnitPage(params.code ?? '', contest, now))

  const board = unit.bestOf.slug === null ? paths.board : paths.roundBoard(unit.bestOf.slug)

  return { ...unit, boardHref: `${board}?${new URLSearchParams({ 'don-vi': unitId })}` }
}

export default function Unit() {
  return <UnitPage view={useLoaderData<typeof loader>()} />
}
