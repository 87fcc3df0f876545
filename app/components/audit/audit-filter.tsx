import { Form, Link } from '@remix-run/react'
import { audit } from '#app/i18n/messages/audit.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { parseDay } from '../../core/calendar-day.ts'
import { Button } from '../ui/button.tsx'
import { DayInput } from '../ui/date-input.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { useAuditWords } from './use-audit-words.ts'

type Query = Record<'actor' | 'action' | 'subject' | 'from' | 'to', string>

type AuditFilterProps = {
  query: Query
  /** Names of the controls in the address. */
  params: Readonly<Query>
  actors: readonly { id: string; fullName: string; loginName: string }[]
  /** The value that stands for the operator of the server. */
  operatorValue: string
  actions: readonly string[]
  plainHref: string
}

/** Who, what, with what and when, as an address that can be kept and sent. */
export function AuditFilter(props: AuditFilterProps) {
  const { query, params, actors, operatorValue, actions, plainHref } = props
  const t = useT(audit)
  const { labelOf, actorOf } = useAuditWords()
  const problemOf = (day: string) => (day !== '' && parseDay(day) === null ? t('dayInvalid') : null)
  const isFiltered = Object.values(query).some((value) => value !== '')

  return (
    <Form
      key={JSON.stringify(query)}
      method="get"
      role="search"
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      <Field id="nguoi" label={t('actor')}>
        {(control) => (
          <Select {...control} name={params.actor} defaultValue={query.actor}>
            <option value="">{t('all')}</option>
            <option value={operatorValue}>{t('operator')}</option>
            {actors.map((actor) => (
              <option key={actor.id} value={actor.id}>
                {actorOf(actor)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="viec" label={t('action')}>
        {(control) => (
          <Select {...control} name={params.action} defaultValue={query.action}>
            <option value="">{t('all')}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {labelOf(action)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="doi-tuong" label={t('subject')}>
        {(control) => (
          <TextInput
            {...control}
            name={params.subject}
            type="search"
            defaultValue={query.subject}
            placeholder={t('subjectHint')}
          />
        )}
      </Field>
      <Field id="tu" label={t('from')} error={problemOf(query.from)}>
        {(control) => <DayInput {...control} name={params.from} defaultValue={query.from} />}
      </Field>
      <Field id="den" label={t('to')} error={problemOf(query.to)}>
        {(control) => <DayInput {...control} name={params.to} defaultValue={query.to} />}
      </Field>
      <div className="flex items-center gap-4">
        <Button look="secondary">{t('find')}</Button>
        {isFiltered && (
          <Link to={plainHref} className="link py-3">
            {t('clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
