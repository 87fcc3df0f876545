import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ContestForm } from '#app/components/contest-setup/contest-form.tsx'
import { ContestPageHeader } from '#app/components/contest-setup/contest-page-header.tsx'
import { Documents } from '#app/components/contest-setup/document-form.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import type { ContestSetupText } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listContestDocuments } from '#app/services/contests/contest-documents.server.ts'
import { contestSettingsOf, requireContest } from '#app/services/contests/contest-setup.server.ts'
import { listRounds } from '#app/services/rounds/rounds.server.ts'
import { changeContestFromForm } from './contest-form.server.ts'
import { setupDoneOf } from '../setup-done.ts'
import type { SetupDone } from '../setup-done.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sửa ${data?.title ?? 'cuộc thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contest = await orThrowResponse(requireContest(params.slug ?? ''))
  const [rounds, documents] = await Promise.all([listRounds(contest.id), listContestDocuments(contest.id)])

  return {
    ownerId: user.id,
    slug: contest.slug,
    title: contest.title,
    revision: contest.revision,
    values: contestSettingsOf(contest),
    documents,
    hasOpened: rounds.some((round) => !['draft', 'scheduled'].includes(phaseOf(round, now))),
    done: setupDoneOf(request.url),
  }
}

export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const form = await request.formData()

  return orThrowResponse(changeContestFromForm(form, params.slug ?? '', { actorId: user.id, now }))
}

/** After a refusal too: it may mean that somebody else has just saved. */
export const shouldRevalidate = () => true

const DONE_TEXTS: Partial<Record<SetupDone, ContestSetupText>> = {
  created: 'created',
  saved: 'saved',
  document_added: 'documentAdded',
  document_removed: 'documentRemoved',
}

export default function EditContest() {
  const t = useT(contestSetup)
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const doneText = view.done && !answer ? DONE_TEXTS[view.done] : undefined

  return (
    <div className="page grid max-w-4xl gap-6">
      <ContestPageHeader title={t('editTitle')} lead={view.title} hasWayBack>
        <LinkButton to={paths.contestRanking(view.slug)} look="secondary">
          {t('rankingTitle')}
        </LinkButton>
        <LinkButton to={paths.rulesPreview(view.slug)} look="secondary">
          {t('previewRules')}
        </LinkButton>
      </ContestPageHeader>
      {doneText && (
        <Alert kind="good" title={t(doneText)}>
          {view.done === 'created' && (
            <LinkButton to={paths.newRound(view.slug)} className="mt-2">
              {t('addRound')}
            </LinkButton>
          )}
        </Alert>
      )}
      <ContestForm
        // A saved change makes the form anew, from what was saved.
        key={`${view.slug}:${view.revision}`}
        name={paths.editContest(view.slug)}
        ownerId={view.ownerId}
        revision={answer?.contest ? answer.revision : view.revision}
        values={view.values}
        answer={answer?.contest ?? null}
        isNew={false}
        isJustSaved={view.done === 'created' || view.done === 'saved'}
        hasOpened={view.hasOpened}
      />
      <Documents documents={view.documents} answer={answer?.document ?? null} />
    </div>
  )
}
