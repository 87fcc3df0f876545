import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ContestList } from '#app/components/contest-setup/contest-list.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { can } from '#app/core/people/capabilities.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listContests, makeContestCurrent } from '#app/services/contests/contest-setup.server.ts'
import { listUnfinishedDrafts } from '#app/services/rounds/round-drafts.server.ts'
import { listRounds } from '#app/services/rounds/rounds.server.ts'
import { setupDoneOf, withSetupDone } from '../setup-done.ts'

export const meta: MetaFunction = () => [{ title: 'Cuộc thi và các đợt thi – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.read'))
  const contests = await listContests()
  // An empty installation begins with its first contest.
  if (contests.length === 0 && can(user.role, 'contest.manage')) throw redirect(paths.newContest)

  return {
    done: setupDoneOf(request.url),
    contests: await Promise.all(
      contests.map(async ({ id, slug, title, startsOn, endsOn, isCurrent }) => ({
        slug,
        title,
        startsOn,
        endsOn,
        isCurrent,
        rounds: await listRoundItems(id, now),
      })),
    ),
  }
}

async function listRoundItems(contestId: string, now: Date) {
  const [rounds, unfinished] = await Promise.all([listRounds(contestId), listUnfinishedDrafts(contestId)])

  return rounds.map((round) => ({
    slug: round.slug,
    title: round.title,
    kind: round.kind,
    phase: phaseOf(round, now),
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    isUnfinished: unfinished.includes(round.slug),
  }))
}

/** Makes another contest the current one. */
export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const slug = textOf(await request.formData(), 'makeCurrent')
  await orThrowResponse(makeContestCurrent(slug, user.id, now))

  throw redirect(withSetupDone(paths.contests, 'current'))
}

export default function Contests() {
  const t = useT(contestSetup)
  const { contests, done } = useLoaderData<typeof loader>()
  const canManage = useCan('contest.manage')

  return (
    <div className="page grid gap-6">
      <PageHeader title={t('listTitle')} lead={t('listLead')}>
        {canManage && (
          <LinkButton to={paths.newContest} look="secondary">
            {t('addContest')}
          </LinkButton>
        )}
      </PageHeader>
      {done === 'deleted' && <Alert kind="good">{t('deleted')}</Alert>}
      {done === 'current' && <Alert kind="good">{t('madeCurrent')}</Alert>}
      <ContestList contests={contests} />
    </div>
  )
}
