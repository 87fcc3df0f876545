import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { ComplaintSection } from '#app/components/complaint/complaint-section.tsx'
import { ResultView } from '#app/components/result/result-view.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { getComplaintDesk } from '#app/services/complaints/complaints.server.ts'
import { getResult } from '#app/services/attempts/results.server.ts'
import { complainFromForm, outcomeOf } from './result-complaint.server.ts'

export const meta: MetaFunction = () => [{ title: 'Kết quả bài thi – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await requireUser(request)
  const attemptId = params.attemptId ?? ''
  const found = await orThrowResponse(getResult(attemptId, user.id, context.now))
  if (!found) throw redirect(paths.takePaper(attemptId))
  const desk = await orThrowResponse(getComplaintDesk(attemptId, user.id, context.now))
  const { searchParams } = new URL(request.url)

  return {
    ...found,
    complaints: {
      desk,
      target: searchParams.get('khieu-nai') ?? '',
      outcome: outcomeOf(searchParams, desk.own),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await requireUser(request)

  return orThrowResponse(
    complainFromForm({
      request,
      attemptId: params.attemptId ?? '',
      participantId: user.id,
      now: context.now,
    }),
  )
}

/** After a refusal too: somebody may have taken the complaint up in the meantime. */
export const shouldRevalidate = () => true

export default function Result() {
  const { complaints, ...view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isAccepting = complaints.desk.window?.isOpen ?? false

  return (
    <ResultView
      view={view}
      complaintHrefOf={isAccepting ? (position) => paths.complainAbout(view.attemptId, position) : null}
    >
      <ComplaintSection
        desk={complaints.desk}
        questions={view.questions}
        target={complaints.target}
        outcome={answer ?? complaints.outcome}
      />
    </ResultView>
  )
}
