import { Form, useNavigation } from '@remix-run/react'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

/** Takes an announcement back. There is no way to show it again, so it wants a tick. */
export function WithdrawForm({ isUnconfirmed }: { isUnconfirmed: boolean }) {
  const t = useT(announcing)
  const form = useFocusFirstError(isUnconfirmed)
  const isPending = useNavigation().formData?.get('intent') === 'withdraw'

  return (
    <Card className="grid gap-4">
      <h2 id="withdraw" className="text-xl">
        {t('withdrawTitle')}
      </h2>
      <p>{t('withdrawText')}</p>
      <p className="font-semibold text-bad">{t('withdrawFinal')}</p>
      <Form method="post" ref={form} aria-labelledby="withdraw" noValidate className="grid gap-4">
        <Checkbox
          id="confirmation"
          name="confirmation"
          value="yes"
          label={t('withdrawConfirm')}
          error={isUnconfirmed ? t('withdraw_unconfirmed') : null}
        />
        <Button
          look="danger"
          name="intent"
          value="withdraw"
          isPending={isPending}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {t('withdrawButton')}
        </Button>
      </Form>
    </Card>
  )
}
