import { Form, useNavigation } from '@remix-run/react'
import { Eye, EyeOff } from 'lucide-react'
import { initialsOf } from '#app/core/vietnamese-text.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type NamePublicationProps = {
  fullName: string
  publication: { isGiven: boolean; recordedAt: Date | null }
}

/** The consent to show the name on public boards: as easy to withdraw as to give. */
export function NamePublication({ fullName, publication: { isGiven, recordedAt } }: NamePublicationProps) {
  const t = useT(account)
  const { dateTime } = useFormatters()
  const isPending = useNavigation().state === 'submitting'

  return (
    <Card aria-labelledby="publication-title" className="grid gap-4">
      <h2 id="publication-title" className="text-xl">
        {t('publicationTitle')}
      </h2>
      <div className="grid justify-items-start gap-2">
        <Badge tone={isGiven ? 'good' : 'neutral'} icon={isGiven ? Eye : EyeOff}>
          {isGiven ? t('publicationOn') : t('publicationOff')}
        </Badge>
        <p>
          {t('publicationShownAs')}{' '}
          <strong className="font-semibold">
            {isGiven ? fullName : <span className="whitespace-nowrap">{initialsOf(fullName)}</span>}
          </strong>
        </p>
        {recordedAt && (
          <p className="tabular text-sm text-muted">
            {t(isGiven ? 'publicationGivenAt' : 'publicationRefusedAt', { time: dateTime(recordedAt) })}
          </p>
        )}
      </div>
      <p className="text-sm text-muted">
        {isGiven ? t('publicationWithdrawEffect') : t('publicationGiveEffect', { name: fullName })}
      </p>
      <Form method="post" className="justify-self-start">
        <Button look="secondary" name="intent" value={isGiven ? 'withdraw' : 'publish'} isPending={isPending}>
          {isGiven ? t('publicationWithdraw') : t('publicationGive')}
        </Button>
      </Form>
    </Card>
  )
}
