import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextInput, Textarea } from '../../ui/field.tsx'
import { Stat } from '../../ui/stat.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import type { FormAnswer } from '../form-answer.ts'
import { useIsSending } from '../form-answer.ts'
import { DayField } from './unit-form.tsx'
import { useUnitErrors } from './use-unit-errors.ts'

type MergeFormProps = {
  effect: {
    source: { name: string; headCount: number | null }
    target: { id: string; name: string; headCount: number | null }
    people: number
    standings: number
    children: number
    aliases: number
  }
  /** Proposed as the day of the merger. */
  today: string
  answer: FormAnswer | null
}

/** What merging moves, and the word that says it is meant: people can't be told apart again afterwards. */
export function MergeForm({ effect, today, answer }: MergeFormProps) {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const errorOf = useUnitErrors(answer)
  const form = useFocusFirstError(answer)
  const { source, target } = effect
  const headCountOf = (count: number | null): string => (count === null ? t('noHeadCount') : number(count))

  return (
    <>
      <Card className="grid gap-5">
        <h2 className="text-xl">{t('mergeMoves', { target: target.name })}</h2>
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label={t('mergePeople')} value={number(effect.people)} />
          <Stat label={t('mergeStandings')} value={number(effect.standings)} />
          <Stat label={t('mergeChildren')} value={number(effect.children)} />
          <Stat label={t('mergeAliases')} value={number(effect.aliases)} />
        </dl>
        <p>{t('mergeName', { source: source.name, target: target.name })}</p>
        <p>
          {t('mergeHeadCount', {
            source: source.name,
            target: target.name,
            sourceCount: headCountOf(source.headCount),
            targetCount: headCountOf(target.headCount),
          })}
        </p>
      </Card>
      <Card className="grid gap-5">
        <Alert kind="warn">{t('mergeWarning')}</Alert>
        <Form method="post" ref={form} noValidate className="grid gap-5">
          {answer && <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>}
          <input type="hidden" name="targetId" value={target.id} />
          <DayField name="mergedOn" label={t('mergedOn')} day={today} answer={answer} />
          <Field id="reason" label={t('mergeReason')} hint={t('mergeReasonHint')} error={errorOf('reason')}>
            {(control) => (
              <Textarea {...control} name="reason" rows={3} defaultValue={answer?.values.reason} />
            )}
          </Field>
          <Field
            id="confirmation"
            label={t('confirmation', { word: t('mergeWord') })}
            error={errorOf('confirmation')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="confirmation"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                defaultValue={answer?.values.confirmation}
              />
            )}
          </Field>
          <Button
            look="danger"
            name="intent"
            value="merge"
            isPending={useIsSending('merge')}
            pendingLabel={t('working')}
            className="sm:justify-self-start"
          >
            {t('mergeButton')}
          </Button>
        </Form>
      </Card>
    </>
  )
}
