import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BankNotice } from '#app/components/organizer/bank-notice.tsx'
import { CloseForm } from '#app/components/organizer/rounds/close-form.tsx'
import { useDecisionErrors } from '#app/components/organizer/rounds/decision-answer.ts'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { DecisionDone } from '#app/components/organizer/rounds/decision-done.tsx'
import { ExtendForm } from '#app/components/organizer/rounds/extend-form.tsx'
import { LiveCounts } from '#app/components/organizer/rounds/live-counts.tsx'
import { LiveNote } from '#app/components/organizer/rounds/live-note.tsx'
import { RefusalAlert } from '#app/components/organizer/refusal-alert.tsx'
import { RoundDecisions } from '#app/components/organizer/rounds/round-decisions.tsx'
import { RoundHeader } from '#app/components/organizer/rounds/round-header.tsx'
import { RoundSettings } from '#app/components/organizer/rounds/round-settings.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { isSettledPhase } from '#app/core/rounds/round-phase.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { papers } from '#app/i18n/messages/papers.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { decideFromForm } from './round-decision-form.server.ts'
import { doneOf } from './round-done.ts'
import { loadRoundPage } from './round-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.header.title ?? 'Đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'console.read'))
  const page = await orThrowResponse(loadRoundPage(params.slug ?? '', context.now))

  return { ...page, updatedAt: context.now, done: doneOf(new URL(request.url)) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))

  return orThrowResponse(
    decideFromForm({ request, roundSlug: params.slug ?? '', decidedById: user.id, now: context.now }),
  )
}

/** After a refusal too, which Remix would not do: it may mean that somebody else has just moved the end. */
export const shouldRevalidate = () => true

export default function OrganizerRound() {
  const t = useT(organizer)
  const tPapers = useT(papers)
  const tRegrade = useT(regrade)
  const { header, bank, counts, cutShort, decisions, settings, updatedAt, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { closesAt, endRule } = settings
  const errorOf = useDecisionErrors(answer ?? null, closesAt)
  const canDecide = useCan('contest.manage')
  const isOver = header.phase === 'closed' || isSettledPhase(header.phase)
  const canReadResults = useCan('results.read')

  return (
    <div className="page grid gap-8">
      <RoundHeader round={header} />
      {done && !answer && <DecisionDone done={done} />}
      <BankNotice bank={bank} />
      <Card className="grid gap-5">
        <LiveCounts counts={counts} />
        <LiveNote updatedAt={updatedAt} path={paths.organizerRound(header.slug)} />
      </Card>
      {/* The round ended while its form was on its way: the form is gone, what became of it must still be said. */}
      {isOver && answer && <RefusalAlert text={errorOf('form')} />}
      {isOver && (
        <Alert kind="info">
          <p>{t('conductOver')}</p>
          {header.kind === 'ranked' && (
            <Link to={paths.closing(header.slug)} className="link inline-block py-2">
              {t('toClosing')}
            </Link>
          )}
        </Alert>
      )}
      {(isOver || header.phase === 'open') && header.kind === 'ranked' && canReadResults && (
        <div className="flex flex-wrap gap-3">
          {isOver && (
            <>
              <LinkButton to={paths.roundAnalysis(header.slug)} look="secondary">
                {t('toAnalysis')}
              </LinkButton>
              <LinkButton to={paths.roundPapers(header.slug)} look="secondary">
                {tPapers('toPapers')}
              </LinkButton>
            </>
          )}
          <LinkButton to={paths.regrade(header.slug)} look="secondary">
            {tRegrade('toRegrade')}
          </LinkButton>
        </div>
      )}
      {(isOver || !canDecide) && <RoundDecisions decisions={decisions} />}
      {header.phase === 'draft' && <Alert kind="info">{t('conductDraft')}</Alert>}
      {canDecide && (header.phase === 'open' || header.phase === 'scheduled') && (
        // A moved end empties the forms: what was typed has been done, or was typed about another end.
        <div key={closesAt.getTime()} className="grid items-start gap-8 lg:grid-cols-2">
          <ExtendForm
            round={{ title: header.title, closesAt, endRule }}
            running={counts.running}
            cutShort={cutShort}
            answer={answer?.intent === 'extend' ? answer : null}
          />
          <div className="grid gap-8">
            <CloseForm
              round={{ closesAt, endRule, isOpen: header.phase === 'open' }}
              running={counts.running}
              answer={answer?.intent === 'close' ? answer : null}
            />
            <RoundDecisions decisions={decisions} />
          </div>
        </div>
      )}
      <RoundSettings round={settings} />
    </div>
  )
}
