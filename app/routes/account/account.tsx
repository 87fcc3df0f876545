import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireConsent } from '#app/auth/guards.server.ts'
import { countProfileRequest } from '#app/auth/try-limits.server.ts'
import { AccountNotice } from '#app/components/account/account-notice.tsx'
import { NamePublication } from '#app/components/account/name-publication.tsx'
import { OwnComplaints } from '#app/components/account/own-complaints.tsx'
import { OwnAttempts } from '#app/components/account/own-attempts.tsx'
import { OwnData } from '#app/components/account/own-data.tsx'
import { ProfileRequests } from '#app/components/account/profile-requests.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listOwnComplaints } from '#app/services/complaints/complaints.server.ts'
import { requireNamePublication, setNamePublication } from '#app/services/people/consents.server.ts'
import { requireCurrentContest } from '#app/services/contests/contests.server.ts'
import { listOwnAttempts } from '#app/services/boards/participation.server.ts'
import {
  PROFILE_REQUEST_MAX_LENGTH,
  listOwnProfileRequests,
  sendProfileRequest,
} from '#app/services/people/profile-requests.server.ts'
import { getUnitName } from '#app/services/units/units.server.ts'

/** More requests of one person than this can wait at a time: the organizers' inbox is for everybody. */
const MAX_OPEN_REQUESTS = 5

export const meta: MetaFunction = () => [{ title: 'Tài khoản của tôi – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireConsent(request)
  const unitName = user.unitId ? await getUnitName(user.unitId) : null

  return {
    person: { fullName: user.fullName, loginName: user.loginName, unitName },
    change: new URL(request.url).searchParams.get('xong'),
    participation: user.role === 'participant' ? await loadParticipation(user.id, context.now) : null,
  }
}

/** What only participants have. */
async function loadParticipation(userId: string, now: Date) {
  const [attempts, complaints, requests, publication] = await Promise.all([
    listOwnAttempts(userId, null, now),
    listOwnComplaints(userId, null),
    listOwnProfileRequests(userId),
    requireNamePublication(userId),
  ])

  return {
    attempts,
    complaints,
    publication,
    requests: requests.map(({ id, message, createdAt, handledAt, answer }) => ({
      id,
      message,
      createdAt,
      handledAt,
      answer,
    })),
    canSendRequest: hasRoomForRequest(requests),
    requestMaxLength: PROFILE_REQUEST_MAX_LENGTH,
  }
}

function hasRoomForRequest(requests: readonly { handledAt: Date | null }[]): boolean {
  return requests.filter(({ handledAt }) => handledAt === null).length < MAX_OPEN_REQUESTS
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await requireConsent(request)
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  switch (intent) {
    case 'publish':
    case 'withdraw': {
      const { noticeVersion } = await orThrowResponse(requireCurrentContest(context.now))
      const isGiven = intent === 'publish'
      await setNamePublication({ userId: user.id, isGiven, noticeVersion, now: context.now })

      return redirect(paths.accountAfter('hien-ten'))
    }
    case 'request':
      return sendRequest(user.id, textOf(form, 'message'), context.now)
    default:
      throw data({ code: 'invalid_input' }, { status: statusOf('invalid_input') })
  }
}

async function sendRequest(userId: string, message: string, now: Date) {
  try {
    if (!hasRoomForRequest(await listOwnProfileRequests(userId))) throw new DomainError('too_many_tries')
    await countProfileRequest(userId)
    await sendProfileRequest(userId, message, now)

    return redirect(paths.accountAfter('yeu-cau'))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const key = error.code === 'too_many_tries' ? 'requestsWaiting' : 'request_invalid'

    return data({ error: key, message } as const, { status: statusOf(error.code) })
  }
}

export default function Account() {
  const t = useT(account)
  const { person, change, participation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()

  return (
    <div className="page grid gap-8">
      <PageHeader title={t('accountTitle')} lead={person.fullName}>
        {!participation && <LinkButton to={paths.organizer}>{t('toOrganizer')}</LinkButton>}
      </PageHeader>
      <AccountNotice change={change} />
      {participation && <OwnAttempts attempts={participation.attempts} />}
      {participation && <OwnComplaints complaints={participation.complaints} />}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid gap-8">
          <OwnData person={person} readOnlyReason={participation && t('myDataReason')} />
          {participation && (
            <NamePublication fullName={person.fullName} publication={participation.publication} />
          )}
        </div>
        {participation && (
          <ProfileRequests
            requests={participation.requests}
            maxLength={participation.requestMaxLength}
            canSend={participation.canSendRequest}
            error={answer ? t(answer.error) : null}
            typedMessage={answer?.message ?? ''}
          />
        )}
      </div>
    </div>
  )
}
