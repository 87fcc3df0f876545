import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { OwnAttempts } from '#app/components/account/own-attempts.tsx'
import { OwnData } from '#app/components/account/own-data.tsx'
import { ProfileRequests } from '#app/components/account/profile-requests.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { getNamePublication, setNamePublication } from '#app/services/consents.server.ts'
import { getCurrentContest } from '#app/services/contests.server.ts'
import { listOwnAttempts } from '#app/services/participation.server.ts'
import { listOwnProfileRequests, sendProfileRequest } from '#app/services/profile-requests.server.ts'
import { getUnitName } from '#app/services/units.server.ts'

export const meta: MetaFunction = () => [{ title: 'Tài khoản của tôi – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireUser(request)
  const [attempts, requests, unitName, publishesName] = await Promise.all([
    listOwnAttempts(user.id, null, context.now),
    listOwnProfileRequests(user.id),
    user.unitId ? getUnitName(user.unitId) : null,
    getNamePublication(user.id),
  ])

  return {
    person: { fullName: user.fullName, loginName: user.loginName, unitName, publishesName },
    isParticipant: user.role === 'participant',
    attempts,
    requests: requests.map(({ id, message, createdAt, handledAt }) => ({
      id,
      message,
      createdAt,
      handledAt,
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await requireUser(request)
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  const message = textOf(form, 'message')
  try {
    if (intent === 'request') {
      await sendProfileRequest(user.id, message, context.now)

      return { done: 'requestSent' as const, error: null, message: '' }
    }
    const contest = await getCurrentContest(context.now)
    await setNamePublication({
      userId: user.id,
      isGiven: intent === 'publish',
      noticeVersion: contest?.noticeVersion ?? '',
      now: context.now,
    })

    return { done: 'publicationSaved' as const, error: null, message: '' }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return data({ done: null, error: 'request_invalid' as const, message }, { status: statusOf(error.code) })
  }
}

export default function Account() {
  const t = useT(account)
  const { person, isParticipant, attempts, requests } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid gap-8">
      <PageHeader title={t('accountTitle')} lead={person.fullName}>
        <LinkButton to={paths.password} look="secondary">
          {t('passwordTitle')}
        </LinkButton>
      </PageHeader>
      {answer?.done && <Alert kind="good">{t(answer.done)}</Alert>}
      {isParticipant && <OwnAttempts attempts={attempts} />}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <OwnData person={person} canPublish={isParticipant} />
        {isParticipant && (
          <ProfileRequests
            requests={requests}
            error={answer?.error ? t(answer.error) : null}
            typedMessage={answer?.message ?? ''}
          />
        )}
      </div>
    </div>
  )
}
