import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { ClosingPage, nameOfStep, stepOfName } from '#app/components/closing/closing-page.tsx'
import { can } from '#app/core/people/capabilities.ts'
import { isStepOpen } from '#app/core/closing/closing.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { loadClosing } from '#app/services/closing/closing-view.server.ts'
import { closeFromForm } from './closing-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Tổng kết ${data?.view.round.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.read'))
  const { searchParams } = new URL(request.url)
  const view = await orThrowResponse(loadClosing(params.slug ?? '', now))
  const current = view.steps.find(({ state }) => state === 'current') ?? view.steps.at(-1)
  const shown = stepOfName(searchParams.get('buoc')) ?? current?.step ?? 'close'

  return {
    view: { ...view, now, named: searchParams.get('nguoi') ?? '' },
    shown,
    // Who may only read sees every step and no form.
    isOpen: can(user.role, 'results.manage') && isStepOpen(shown, view.round.phase, view.steps),
    wasSaved: searchParams.has('da-luu'),
  }
}

export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'results.manage'))
  const roundSlug = params.slug ?? ''

  return orThrowResponse(
    closeFromForm(
      request,
      { roundSlug, decidedById: user.id, now },
      (step) => `${paths.closingStep(roundSlug, nameOfStep(step))}&da-luu=1`,
    ),
  )
}

/** After a refusal too, which Remix would not do: it may mean that somebody else has just changed something. */
export const shouldRevalidate = () => true

export default function Closing() {
  const { view, shown, isOpen, wasSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null

  return <ClosingPage view={view} shown={shown} isOpen={isOpen} answer={answer} wasSaved={wasSaved} />
}
