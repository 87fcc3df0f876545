import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { CODE_VALIDITIES_MS } from '../../../core/people/person-form.ts'
import { paths } from '../../../http/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { usePeopleErrors } from './use-people-errors.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

type PersonAccessProps = {
  person: { id: string; lockedAt: Date | null }
  codeExpiresAt: Date | null
  slipExpiresAt: Date | null
  answer: FormAnswer | null
}

/** The help desk: a code to read out, a slip to print, and the lock. */
export function PersonAccess({ person, codeExpiresAt, slipExpiresAt, answer }: PersonAccessProps) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()
  const chosen = new URLSearchParams({ nguoi: person.id })

  return (
    <Card className="grid gap-5">
      <h2 id="access" className="text-xl">
        {t('accessTitle')}
      </h2>
      {person.lockedAt ? (
        <Alert kind="warn">{t('lockedSince', { time: dateTime(person.lockedAt) })}</Alert>
      ) : (
        <>
          <p className="text-sm text-muted">{t('accessText')}</p>
          {codeExpiresAt && <p>{t('codeOut', { time: dateTime(codeExpiresAt) })}</p>}
          {slipExpiresAt && <p>{t('slipOut', { time: dateTime(slipExpiresAt) })}</p>}
          <CodeForm answer={answer} />
        </>
      )}
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        {!person.lockedAt && (
          <LinkButton to={`${paths.slips}?${chosen}`} look="secondary">
            {t('slipOne')}
          </LinkButton>
        )}
        <LinkButton
          to={`${paths.lockPeople}?${chosen}${person.lockedAt ? '&viec=unlock' : ''}`}
          look={person.lockedAt ? 'secondary' : 'danger'}
        >
          {t(person.lockedAt ? 'unlock' : 'lock')}
        </LinkButton>
      </div>
    </Card>
  )
}

function CodeForm({ answer }: { answer: FormAnswer | null }) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const errorOf = usePeopleErrors(answer)
  const lengthOf = (validForMs: number): string =>
    validForMs < DAY_MS
      ? t('hours', { count: number(validForMs / HOUR_MS) })
      : t('days', { count: number(validForMs / DAY_MS) })

  return (
    <Form method="post" aria-labelledby="access" className="flex flex-wrap items-end gap-3">
      <div className="w-48">
        <Field id="validity" label={t('codeValidity')} error={errorOf('validity')}>
          {(control) => (
            <Select {...control} name="validity" defaultValue={CODE_VALIDITIES_MS[1]}>
              {CODE_VALIDITIES_MS.map((validForMs) => (
                <option key={validForMs} value={validForMs}>
                  {lengthOf(validForMs)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Button name="intent" value="code" isPending={useIsSending('code')} pendingLabel={t('working')}>
        {t('codeButton')}
      </Button>
    </Form>
  )
}
