import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { createAuditWords } from '#app/components/audit/audit-sentence.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { CorrectionForm } from '#app/components/organizer/people/correction-form.tsx'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { answerTo } from '#app/components/organizer/form-answer.ts'
import { IssuedCode } from '#app/components/organizer/people/issued-code.tsx'
import { PersonAccess } from '#app/components/organizer/people/person-access.tsx'
import {
  PersonAttempts,
  PersonConsents,
  PersonHistory,
} from '#app/components/organizer/people/person-facts.tsx'
import { PersonIdentity } from '#app/components/organizer/people/person-identity.tsx'
import { PersonRankings } from '#app/components/organizer/people/person-rankings.tsx'
import { PersonRequests } from '#app/components/organizer/people/person-requests.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { can } from '#app/core/people/capabilities.ts'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { groupUnitTree } from '#app/core/units/unit-groups.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { publicOriginOf } from '#app/http/public-origin.server.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { account } from '#app/i18n/messages/account.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { translate } from '#app/i18n/messages.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { listPersonRankings } from '#app/services/people/person-exclusions.server.ts'
import { loadPersonPage } from '#app/services/people/person-page.server.ts'
import { listUnitChoices } from '#app/services/units/units.server.ts'
import { doneTextOf } from '../done.ts'
import { actOnPerson } from './person-form.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.fullName ?? 'Người dự thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'people.read'))
  const personId = params.personId ?? ''
  const [page, choices, rankings] = await Promise.all([
    orThrowResponse(loadPersonPage(personId)),
    listUnitChoices(vietnamDayOf(context.now)),
    can(user.role, 'results.read') ? listPersonRankings(personId, context.now) : null,
  ])
  const locale = localeOf(request.headers.get('Cookie'))
  const t = translate(locale, account)
  // Here rather than in the page, which would have to carry the words of every action there is.
  const { labelOf } = createAuditWords(locale)
  const isUsable = ({ expiresAt }: { expiresAt: Date | null }) =>
    expiresAt !== null && expiresAt > context.now

  return {
    ...page,
    history: page.history.map((event) => ({ ...event, what: labelOf(event.action) })),
    rankings,
    codeExpiresAt: isUsable({ expiresAt: page.codeExpiresAt }) ? page.codeExpiresAt : null,
    slipExpiresAt: isUsable({ expiresAt: page.slipExpiresAt }) ? page.slipExpiresAt : null,
    codePage: `${publicOriginOf(request)}${paths.signInCode}`,
    unitGroups: groupUnitTree(choices, (former, current) => t('unitNowCalled', { former, current })),
    done: doneTextOf(request, ['corrected', 'answered'] as const),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const by = { actorId, now: context.now }
  const result = await orThrowResponse(actOnPerson(params.personId ?? '', await request.formData(), by))

  return typeof result === 'string' ? redirect(result) : result
}

export default function Person() {
  const t = useT(peopleTexts)
  const { person, done, ...page } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const issued = result && 'code' in result ? result : null
  const answer = result && 'errors' in result ? result : undefined
  const canManage = useCan('people.manage')
  const canDecide = useCan('results.manage')
  const openRequests = page.requests.filter(({ handledAt }) => handledAt === null)

  return (
    <div className="page grid gap-6">
      <BackLink to={paths.people}>{t('backToPeople')}</BackLink>
      <PageHeader title={person.fullName} lead={person.unit?.name ?? t('noUnit')} />
      {issued && <IssuedCode fullName={person.fullName} issued={issued} codePage={page.codePage} />}
      {done && !result && <DoneNote>{t(done)}</DoneNote>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <PersonIdentity person={person} />
          {canManage && (
            <PersonAccess
              person={person}
              codeExpiresAt={page.codeExpiresAt}
              slipExpiresAt={page.slipExpiresAt}
              answer={answerTo('code', answer)}
            />
          )}
          <PersonRequests
            requests={page.requests}
            canManage={canManage}
            answer={answerTo('answer', answer)}
          />
        </div>
        <div className="grid gap-6">
          {canManage && (
            <CorrectionForm
              key={`${person.fullName} ${person.unit?.id}`}
              person={person}
              unitGroups={page.unitGroups}
              openRequests={openRequests}
              answer={answerTo('correct', answer)}
            />
          )}
          <PersonAttempts attempts={page.attempts} />
          {page.rankings && <PersonRankings person={person} rankings={page.rankings} canDecide={canDecide} />}
          <PersonConsents consents={page.consents} />
          <PersonHistory events={page.history} />
        </div>
      </div>
    </div>
  )
}
