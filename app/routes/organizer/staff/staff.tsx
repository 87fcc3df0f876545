import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { InvitationForm } from '#app/components/staff/invitation-form.tsx'
import { OneTimeLink } from '#app/components/staff/one-time-link.tsx'
import { StaffList } from '#app/components/staff/staff-list.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { staff } from '#app/i18n/messages/staff.ts'
import type { StaffText } from '#app/i18n/messages/staff.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listStaff } from '#app/services/people/staff.server.ts'
import { actOnStaff } from './staff-form.server.ts'

export const meta: MetaFunction = () => [{ title: 'Nhân sự – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'staff.manage'))
  const members = await listStaff(context.now)

  return { members: members.map((member) => ({ ...member, isOwn: member.id === user.id })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'staff.manage'))
  const form = await request.formData()
  const { origin } = new URL(request.url)

  return orThrowResponse(actOnStaff({ form, actorId, origin, now: context.now }))
}

/** After a refusal too: somebody else may have been faster. */
export const shouldRevalidate = () => true

export default function Staff() {
  const t = useT(staff)
  const { members } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const nameOf = (userId: string) => members.find(({ id }) => id === userId)?.fullName ?? ''

  return (
    <div className="page grid gap-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      {answer?.outcome === 'link' && (
        <OneTimeLink name={nameOf(answer.userId)} url={answer.url} expiresAt={answer.expiresAt} />
      )}
      {(answer?.outcome === 'role' || answer?.outcome === 'locked' || answer?.outcome === 'unlocked') && (
        <Alert kind="good">{t(`done_${answer.outcome}`, { name: nameOf(answer.userId) })}</Alert>
      )}
      {answer?.outcome === 'refused' && <Alert kind="bad">{t(answer.error as StaffText)}</Alert>}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <StaffList members={members} />
        <InvitationForm
          key={answer?.outcome === 'link' ? answer.userId : ''}
          answer={answer?.outcome === 'invitation_refused' ? answer : null}
        />
      </div>
    </div>
  )
}
