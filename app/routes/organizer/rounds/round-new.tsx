import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { NEW_ROUND_FORM, RoundForm } from '#app/components/round-setup/round-form.tsx'
import { BackToContests } from '#app/components/round-setup/setup-header.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { normalizeText } from '#app/core/vietnamese-text.ts'
import { afterStep, readRoundForm, stepOf } from '#app/core/rounds/round-form-steps.ts'
import { newRoundValues } from '#app/core/rounds/round-form-values.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listContests } from '#app/services/contests/contest-setup.server.ts'
import { createRoundDraft } from '#app/services/rounds/round-drafts.server.ts'
import { scheduleRound } from '#app/services/rounds/schedule-rounds.server.ts'
import { copyableFrom, listSettled, loadSurroundings } from './round-setup-page.server.ts'
import { withSetupDone } from '../setup-done.ts'

export const meta: MetaFunction = () => [{ title: 'Đợt thi mới – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contest = await requireContestOf(request)
  const surroundings = await loadSurroundings(await listSettled(contest.id))

  return {
    ownerId: user.id,
    contestTitle: contest.title,
    // Rounds are written in Vietnamese, whatever language the organizer reads.
    values: newRoundValues(surroundings.banks[0]?.id ?? '', roundSetup.vi.prompt_people_all_right),
    ...surroundings,
  }
}

/** Makes the draft with whatever was typed, then goes on to its own page. */
export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contest = await requireContestOf(request)
  const form = await request.formData()
  const values = readRoundForm(form.entries())
  const step = stepOf(textOf(form, 'intent'))
  if (step) {
    const otherRounds = copyableFrom(await listSettled(contest.id))
    const changed = afterStep(values, { step, fieldOf: (name) => textOf(form, name), otherRounds })

    return data({ values: changed, problems: null })
  }
  if (normalizeText(values.title ?? '') === '')
    return data({ values, problems: { title: 'title_missing' } }, { status: statusOf('invalid_input') })

  const { slug, isComplete } = await orThrowResponse(
    createRoundDraft({ contestId: contest.id, values, actorId: user.id, now }),
  )
  const isScheduled =
    textOf(form, 'intent') === 'schedule' && isComplete
      ? await scheduleRound(slug, now, user.id).then(
          () => true,
          // The draft is there: its page says what is missing when it is tried again.
          () => false,
        )
      : false

  throw redirect(withSetupDone(paths.roundSetup(slug), isScheduled ? 'scheduled' : 'created'))
}

/** The contest named in the address, or else the current one; without any there is one to be made first. */
async function requireContestOf(request: Request) {
  const slug = new URL(request.url).searchParams.get('cuoc-thi')
  const contests = await listContests()
  const contest = contests.find((item) => (slug === null ? item.isCurrent : item.slug === slug))
  if (!contest) throw redirect(paths.contests)

  return contest
}

export default function NewRound() {
  const t = useT(roundSetup)
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null

  return (
    <div className="page grid gap-6">
      <div className="grid gap-3">
        <BackToContests />
        <PageHeader
          title={t('newTitle')}
          lead={
            <span className="grid gap-1">
              <span>{t('inContest', { title: view.contestTitle })}</span>
              <span>{t('newLead')}</span>
            </span>
          }
        />
      </div>
      {answer?.problems && <Alert kind="bad">{t('notCreated')}</Alert>}
      {view.banks.length === 0 ? (
        <EmptyState title={t('noBankTitle')}>{t('noBankText')}</EmptyState>
      ) : (
        <RoundForm
          name={NEW_ROUND_FORM}
          ownerId={view.ownerId}
          revision={0}
          values={view.values}
          typed={answer?.values ?? null}
          problems={answer?.problems ?? {}}
          banks={view.banks}
          otherRounds={view.otherRounds}
          answer={answer}
          isNew
          isJustSaved={false}
        />
      )}
    </div>
  )
}
