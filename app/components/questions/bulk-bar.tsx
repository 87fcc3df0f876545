import { useState } from 'react'
import type { QuestionActionKind } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'

type BulkBarProps = { actions: readonly QuestionActionKind[]; selectedCount: number; isPending: boolean }

/** Stays in sight at the foot of the table while rows are being selected. */
export function BulkBar({ actions, selectedCount, isPending }: BulkBarProps) {
  const t = useT(questions)
  const { number } = useFormatters()
  const hasScripts = useHasScripts()
  const [kind, setKind] = useState('')
  // Without scripts nothing can unfold later.
  const asksForNote = !hasScripts || kind === 'reject' || kind === 'flag'

  return (
    <section
      aria-label={t('bulkTitle')}
      className={classNames(
        'sticky bottom-0 z-10 grid items-end gap-3 rounded-lg border border-edge bg-surface p-3 shadow-card sm:flex sm:flex-wrap sm:p-4',
        // On a phone it would hide the rows one is choosing from.
        hasScripts && selectedCount === 0 && 'max-sm:hidden',
      )}
    >
      <p role="status" className="tabular font-semibold sm:self-center">
        {t('bulkCount', { count: number(selectedCount) })}
      </p>
      <div className="sm:min-w-64">
        <Field id="viec" label={<span className="sr-only">{t('bulkAction')}</span>}>
          {(control) => (
            <Select {...control} name="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
              <option value="">{t('bulkChoose')}</option>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {t(`action_${action}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {asksForNote && (
        <div className="min-w-0 grow">
          <Field id="ly-do" label={t('bulkNote')} hint={t('bulkNoteHint')}>
            {(control) => <TextInput {...control} name="note" maxLength={500} />}
          </Field>
        </div>
      )}
      <Button isPending={isPending} pendingLabel={t('working')}>
        {t('bulkRun')}
      </Button>
    </section>
  )
}
