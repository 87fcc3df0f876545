import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff, requireUser } from '#app/auth/guards.server.ts'
import { AuditLog } from '#app/components/audit/audit-log.tsx'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { LiveNote } from '#app/components/organizer/rounds/live-note.tsx'
import { ComplaintSummary } from '#app/components/complaint/complaint-summary.tsx'
import { OpenRequests } from '#app/components/organizer/people/open-requests.tsx'
import { RoundList } from '#app/components/organizer/rounds/round-list.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { isStaff } from '#app/core/people/capabilities.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { consoleHomeOf, paths } from '#app/http/paths.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listAuditLog } from '#app/services/audit-log.server.ts'
import { listBankFacts } from '#app/services/questions/banks.server.ts'
import { summarizeComplaints } from '#app/services/complaints/complaint-list.server.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import { listRoundCounts } from '#app/services/boards/participation.server.ts'
import {
  handleProfileRequest,
  listOpenProfileRequests,
} from '#app/services/people/profile-requests.server.ts'
import { listUnfinishedDrafts } from '#app/services/rounds/round-drafts.server.ts'
import { listRounds } from '#app/services/rounds/rounds.server.ts'

export const meta: MetaFunction = () => [{ title: 'Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { role } = await requireUser(request)
  // Authors and reviewers see the bank only; what leads to the console leads them there.
  if (isStaff(role) && consoleHomeOf(role) !== paths.organizer) throw redirect(consoleHomeOf(role))
  await orThrowResponse(requireStaff(request, 'console.read'))
  const contest = await getCurrentContest(context.now)
  const [overview, complaints, requests, events] = await Promise.all([
    contest && loadRounds(contest.id, context.now),
    summarizeComplaints(),
    listOpenProfileRequests(),
    listAuditLog(),
  ])

  return {
    updatedAt: context.now,
    contest: contest && overview && { title: contest.title, ...overview },
    complaints,
    requests: requests.map(({ id, message, createdAt, user }) => ({
      id,
      message,
      createdAt,
      person: {
        id: user.id,
        fullName: user.fullName,
        loginName: user.loginName,
        unitName: user.unit?.name ?? null,
      },
    })),
    events,
  }
}

/** Rounds with their phase and counts, drafts too, and the banks they draw from. */
async function loadRounds(contestId: string, now: Date) {
  const [rounds, counts, unfinished] = await Promise.all([
    listRounds(contestId),
    listRoundCounts(contestId),
    listUnfinishedDrafts(contestId),
  ])
  const countsOf = new Map(
    counts.map(({ roundId, running, ended, people }) => [roundId, { running, ended, people }]),
  )

  return {
    rounds: rounds.map((round) => ({
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      phase: phaseOf(round, now),
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      isUnfinished: unfinished.includes(round.slug),
      counts: countsOf.get(round.id) ?? { running: 0, ended: 0, people: 0 },
    })),
    banks: await listBankFacts([...new Set(rounds.map((round) => round.bankId))]),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'people.manage'))
  const requestId = textOf(await request.formData(), 'requestId')
  await handleProfileRequest(requestId, user.id, context.now)

  return { handledId: requestId }
}

export default function OrganizerOverview() {
  const t = useT(organizer)
  const { updatedAt, contest, complaints, requests, events } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid gap-8">
      <PageHeader title={t('consoleTitle')} lead={t('consoleLead')} />
      {contest ? (
        <>
          {contest.banks.map((bank) => (
            <BankNotice key={bank.id} bank={bank} />
          ))}
          <div className="grid gap-4">
            <LiveNote updatedAt={updatedAt} path={paths.organizer} />
            <RoundList rounds={contest.rounds} />
          </div>
        </>
      ) : (
        <EmptyState title={t('noContestTitle')}>
          <p>{t('noContestText')}</p>
          <LinkButton to={paths.contests} className="mt-3">
            {t('setUpContest')}
          </LinkButton>
        </EmptyState>
      )}
      <ComplaintSummary summary={complaints} now={updatedAt} />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <OpenRequests requests={requests} handledId={answer?.handledId ?? null} />
        <AuditLog events={events} />
      </div>
    </div>
  )
}
