import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ContestForm, NEW_CONTEST_FORM } from '#app/components/contest-setup/contest-form.tsx'
import { ContestPageHeader } from '#app/components/contest-setup/contest-page-header.tsx'
import { CONTEST_FIELDS } from '#app/core/contests/contest-form.ts'
import { localTimeOf } from '#app/core/local-time.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listContests } from '#app/services/contests/contest-setup.server.ts'
import { createContestFromForm } from './contest-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Cuộc thi mới – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))
  const contests = await listContests()

  return {
    ownerId: user.id,
    isFirst: contests.length === 0,
    values: {
      ...Object.fromEntries(CONTEST_FIELDS.map((field) => [field, ''])),
      // The month: "2026-12".
      noticeVersion: localTimeOf(now).slice(0, 7),
    },
  }
}

export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.manage'))

  return orThrowResponse(createContestFromForm(await request.formData(), { actorId: user.id, now }))
}

export default function NewContest() {
  const t = useT(contestSetup)
  const { ownerId, isFirst, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid max-w-4xl gap-6">
      <ContestPageHeader
        title={t(isFirst ? 'firstTitle' : 'newTitle')}
        lead={t(isFirst ? 'firstLead' : 'newLead')}
        hasWayBack={!isFirst}
      />
      <ContestForm
        name={NEW_CONTEST_FORM}
        ownerId={ownerId}
        revision={0}
        values={values}
        answer={answer?.contest ?? null}
        isNew
        isJustSaved={false}
        hasOpened={false}
      />
    </div>
  )
}
