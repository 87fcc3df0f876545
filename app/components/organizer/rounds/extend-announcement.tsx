import { useState } from 'react'
import { parseMoment } from '../../../core/typed-moment.ts'
import { announcing } from '#app/i18n/messages/announcing.ts'
import type { AnnouncingText } from '#app/i18n/messages/announcing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field, Textarea } from '../../ui/field.tsx'
import { useHasScripts } from '../../use-has-scripts.ts'
import type { DecisionAnswer } from './decision-answer.ts'

/** The extension as far as it is filled in; the end as the form has it, in Vietnam's time. */
export type ExtensionDraft = { closesAt: string; reason: string }

type ExtendAnnouncementProps = {
  roundTitle: string
  draft: ExtensionDraft
  values: Readonly<Record<string, string>>
  answer: DecisionAnswer | null
}

/** Offers to tell everybody with the same click, in words that follow what is chosen above until they are changed. */
export function ExtendAnnouncement({ roundTitle, draft, values, answer }: ExtendAnnouncementProps) {
  const t = useT(announcing)
  const { dateTime } = useFormatters()
  const hasScripts = useHasScripts()
  const [isWanted, setIsWanted] = useState(Boolean(values.announce))
  const [typed, setTyped] = useState(values.announcementText || null)
  const closesAt = parseMoment(draft.closesAt)
  const suggested = t('extendText', {
    closesAt: closesAt ? dateTime(closesAt) : '…',
    reason: draft.reason || '…',
  })
  const error = answer?.errors.announcementText

  return (
    <div className="grid gap-4">
      <Checkbox
        id="announce"
        name="announce"
        value="yes"
        label={t('alsoAnnounce')}
        hint={t('alsoAnnounceHint')}
        checked={isWanted}
        onChange={(event) => setIsWanted(event.target.checked)}
      />
      {(isWanted || !hasScripts) && (
        <div className="grid gap-1.5 border-l-4 border-gold pl-4">
          <p className="font-semibold">{t('extendTitle', { round: roundTitle })}</p>
          <Field
            id="announcementText"
            label={t('extendTextLabel')}
            hint={t('extendTextHint')}
            error={error ? t(error as AnnouncingText) : null}
          >
            {(control) => (
              <Textarea
                {...control}
                name="announcementText"
                rows={4}
                value={typed ?? (hasScripts && closesAt ? suggested : '')}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  )
}
