import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireStaff } from '#app/auth/guards.server.ts'
import { endSessionsOf } from '#app/auth/sessions.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { useIsSending } from '#app/components/organizer/form-answer.ts'
import { usePeopleErrors } from '#app/components/organizer/people/use-people-errors.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Field, Textarea } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { useFocusFirstError } from '#app/components/use-focus-first-error.ts'
import { ReasonSchema } from '#app/core/units/unit-form.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { listNamed } from '#app/services/people/people.server.ts'
import { setLocked } from '#app/services/people/person-changes.server.ts'
import { submitForm } from '../console-form.server.ts'
import { afterLocking, chosenOf } from './lock-people.server.ts'

export const meta: MetaFunction = () => [{ title: 'Khóa tài khoản – Ban Tổ chức – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))
  const { searchParams } = new URL(request.url)
  const lock = searchParams.get('viec') === 'unlock' ? ('unlock' as const) : ('lock' as const)

  return { lock, people: await listNamed(chosenOf(searchParams)) }
}

const LockSchema = z.object({ lock: z.enum(['lock', 'unlock']), reason: ReasonSchema })

export async function action({ request, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const form = await request.formData()
  let next: string = paths.people
  const refused = await submitForm({ form, schema: LockSchema }, async ({ lock, reason }) => {
    const personIds = await setLocked(chosenOf(form), lock, reason, { actorId, now: context.now })
    if (lock === 'lock') for (const id of personIds) await endSessionsOf(id)
    next = afterLocking({ lock, personIds })
  })

  return refused ?? redirect(next)
}

export default function LockPeople() {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const { lock, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const errorOf = usePeopleErrors(answer)
  const form = useFocusFirstError(answer)
  const isSending = useIsSending('lock')
  const isLock = lock === 'lock'

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={paths.people}>{t('backToPeople')}</BackLink>
      <PageHeader title={t(isLock ? 'lockTitle' : 'unlockTitle')} />
      {people.length === 0 ? (
        <Alert kind="info">{t('nobodyChosen')}</Alert>
      ) : (
        <Card className="grid gap-5">
          <p>{t(isLock ? 'lockText' : 'unlockText')}</p>
          <div className="grid gap-1">
            <h2 className="text-base">{t('lockPeople')}</h2>
            <ul className="grid list-disc gap-1 pl-6">
              {people.map(({ id, fullName, unitName }) => (
                <li key={id}>
                  {fullName} <span className="text-muted">– {unitName ?? t('noUnit')}</span>
                </li>
              ))}
            </ul>
          </div>
          <Form method="post" ref={form} noValidate className="grid gap-5">
            <input type="hidden" name="lock" value={lock} />
            {people.map(({ id }) => (
              <input key={id} type="hidden" name="nguoi" value={id} />
            ))}
            <Field id="reason" label={t('lockReason')} hint={t('lockReasonHint')} error={errorOf('reason')}>
              {(control) => (
                <Textarea {...control} name="reason" rows={3} defaultValue={answer?.values.reason} />
              )}
            </Field>
            <Button
              look={isLock ? 'danger' : 'primary'}
              name="intent"
              value="lock"
              isPending={isSending}
              pendingLabel={t('working')}
              className="sm:justify-self-start"
            >
              {t(isLock ? 'lockButton' : 'unlockButton', { count: number(people.length) })}
            </Button>
          </Form>
        </Card>
      )}
    </div>
  )
}
