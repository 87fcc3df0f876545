import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnitTable } from '#app/components/board/unit-table.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { contest as messages } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { listUnitRows } from '#app/services/boards.server.ts'
import { requireCurrentContest } from '#app/services/contests.server.ts'
import { listRoundCounts } from '#app/services/participation.server.ts'

export const meta: MetaFunction = () => [{ title: 'Thống kê – Hội Thi' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const contest = await orThrowResponse(requireCurrentContest(context.now))
  const [counts, units] = await Promise.all([listRoundCounts(contest.id), listUnitRows(contest.id)])
  const byRound = new Map(counts.map((row) => [row.roundId, row]))

  return {
    units,
    rounds: contest.rounds
      .filter(({ kind, phase }) => kind === 'ranked' && phase !== 'scheduled')
      .map(({ id, slug, title }) => {
        const { people = 0, running = 0, ended = 0 } = byRound.get(id) ?? {}

        return { slug, title, people, attempts: running + ended }
      }),
  }
}

export default function Statistics() {
  const t = useT(messages)
  const { number } = useFormatters()
  const { rounds, units } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('statisticsTitle')} lead={t('statisticsLead')} />
      <section className="grid gap-4">
        <h2 className="text-xl">{t('byRound')}</h2>
        <table className="w-full">
          <caption className="sr-only">{t('byRound')}</caption>
          <thead>
            <tr className="border-b-2 border-edge text-left text-sm text-muted">
              <th scope="col" className="py-3 pr-3 font-semibold">
                {t('round')}
              </th>
              <th scope="col" className="py-3 pr-3 text-right font-semibold">
                {t('people')}
              </th>
              <th scope="col" className="py-3 text-right font-semibold">
                {t('attempts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.slug} className="border-b border-line">
                <th scope="row" className="py-2.5 pr-3 text-left font-normal">
                  {round.title}
                </th>
                <td className="tabular py-2.5 pr-3 text-right">{number(round.people)}</td>
                <td className="tabular py-2.5 text-right">{number(round.attempts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="grid gap-4">
        <h2 className="text-xl">{t('byUnit')}</h2>
        <UnitTable caption={t('byUnit')} rows={units} />
      </section>
    </div>
  )
}
