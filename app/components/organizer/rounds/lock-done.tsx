import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../../http/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DoneNote } from '../done-note.tsx'

export type LockDoneValue = { lock: 'lock' | 'unlock'; personIds: readonly string[] }

/** Says which accounts were locked or opened, with the way back. */
export function LockDone({ done: { lock, personIds } }: { done: LockDoneValue }) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()

  return (
    <DoneNote>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p>{t(lock === 'lock' ? 'locked' : 'unlocked', { count: number(personIds.length) })}</p>
        {personIds.length > 0 && (
          <Form method="post" action={paths.lockPeople}>
            <input type="hidden" name="lock" value={lock === 'lock' ? 'unlock' : 'lock'} />
            <input type="hidden" name="reason" value={t('undoReason')} />
            {personIds.map((id) => (
              <input key={id} type="hidden" name="nguoi" value={id} />
            ))}
            <Button look="secondary" name="intent" value="undo">
              {t('undo')}
            </Button>
          </Form>
        )}
      </div>
    </DoneNote>
  )
}
