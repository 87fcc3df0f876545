import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { RoundSettings } from '#app/components/organizer/rounds/round-settings.tsx'
import { CopyRound, DeleteRound } from '#app/components/round-setup/copy-and-delete.tsx'
import { LockPanel } from '#app/components/round-setup/lock-panel.tsx'
import { ProblemList, ScheduleRefusal, WarningList } from '#app/components/round-setup/problem-list.tsx'
import { RoundForm } from '#app/components/round-setup/round-form.tsx'
import { SetupHeader } from '#app/components/round-setup/setup-header.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import type { RoundSetupText } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { changeRoundFromForm } from './round-setup-form.server.ts'
import { loadRoundSetup } from './round-setup-page.server.ts'
import { setupDoneOf } from '../setup-done.ts'
import type { SetupDone } from '../setup-done.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cấu hình ${data?.round.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.read'))
  const page = await orThrowResponse(loadRoundSetup(params.slug ?? '', context.now))

  return { ...page, ownerId: user.id, done: setupDoneOf(request.url) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))

  return orThrowResponse(
    changeRoundFromForm({ request, slug: params.slug ?? '', actorId: user.id, now: context.now }),
  )
}

/** After a refusal too: what was saved with it, or by somebody else, must be on the page. */
export const shouldRevalidate = () => true

const DONE_TEXTS: Partial<Record<SetupDone, RoundSetupText>> = {
  created: 'doneCreated',
  saved: 'doneSaved',
  scheduled: 'doneScheduled',
  unscheduled: 'doneUnscheduled',
  renewed: 'doneRenewed',
  copied: 'doneCopied',
}

export default function RoundSetup() {
  const t = useT(roundSetup)
  const { round, contestTitle, draft, locked, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const canManage = useCan('contest.manage')
  const doneText = done && !answer ? DONE_TEXTS[done] : undefined

  return (
    <div className="page grid gap-6">
      <SetupHeader round={round} contestTitle={contestTitle} />
      {doneText && <Alert kind="good">{t(doneText)}</Alert>}
      {draft && canManage && <Draft />}
      {locked && (
        <>
          {answer?.refusal && <Alert kind="bad">{t(answer.refusal as RoundSetupText)}</Alert>}
          <LockPanel round={round} fingerprint={locked.fingerprint} setChanges={locked.setChanges} />
          <BankNotice bank={locked.bank} />
          <RoundSettings round={locked.settings} />
        </>
      )}
      {canManage && (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <CopyRound />
          {draft && <DeleteRound title={round.title} answer={answer?.deletion ?? null} />}
        </div>
      )}
    </div>
  )
}

/** The form of a draft under what is to be mended or looked at again. */
function Draft() {
  const t = useT(roundSetup)
  const { round, draft, ownerId, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!draft) return null

  const { problems, warnings, banks } = draft
  const isComplete = Object.keys(problems).length === 0
  const topicTitles = Object.fromEntries(
    banks.flatMap((bank) => bank.topics.map(({ code, title }) => [code, title] as const)),
  )

  return (
    <>
      {answer?.refusal && (
        <ScheduleRefusal
          code={answer.refusal as RoundSetupText}
          shortfalls={answer.shortfalls}
          topicTitles={topicTitles}
        />
      )}
      {isComplete ? (
        <Alert kind="good" title={t('completeTitle')}>
          {t('lockDraft')}
        </Alert>
      ) : (
        <ProblemList problems={problems} />
      )}
      <WarningList warnings={warnings} />
      <RoundForm
        // A saved change makes the form anew, from what was saved.
        key={`${round.slug}:${draft.revision}`}
        name={paths.roundSetup(round.slug)}
        ownerId={ownerId}
        revision={answer?.revision ?? draft.revision}
        values={draft.values}
        typed={answer?.values ?? null}
        problems={problems}
        banks={banks}
        otherRounds={draft.otherRounds}
        answer={answer}
        isNew={false}
        isJustSaved={done !== null}
      />
    </>
  )
}
