import { Form, Link } from '@remix-run/react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CorrectionItem } from './correction-item.tsx'
import type { ListedCorrection, OpenRegrade } from './regrade-data.ts'

type OpenSetProps = { roundSlug: string; open: OpenRegrade; canPrepare: boolean }

/** The corrections that are being prepared, each removable, all together cancelled as one. */
export function OpenSet({ roundSlug, open, canPrepare }: OpenSetProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const isConfirmed = open.stage === 'applying' || open.stage === 'rebuilding'

  return (
    <Card aria-labelledby="set" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="set" className="text-xl">
          {t(isConfirmed ? 'setTitleApplying' : 'setTitle')}
        </h2>
        <Badge tone="info">{t('setCount', { count: number(open.corrections.length) })}</Badge>
      </div>
      <ul className="divide-y divide-line border-t border-line">
        {open.corrections.map((correction) => (
          <li key={correction.versionId} className="grid gap-2 py-4">
            <CorrectionItem correction={correction} />
            {canPrepare && <Actions roundSlug={roundSlug} correction={correction} />}
          </li>
        ))}
      </ul>
      {canPrepare && <CancelForm />}
    </Card>
  )
}

function Actions({ roundSlug, correction }: { roundSlug: string; correction: ListedCorrection }) {
  const t = useT(regrade)
  const { code, versionId } = correction

  return (
    <Form method="post" action={paths.regrade(roundSlug)} className="-ml-3 flex flex-wrap items-center">
      <input type="hidden" name="versionId" value={versionId} />
      <Link
        to={paths.regradeQuestion(roundSlug, versionId)}
        aria-label={t('changeNamed', { code })}
        className={buttonClass('quiet', 'px-3')}
      >
        {t('change')}
      </Link>
      <Button
        look="quiet"
        name="intent"
        value="remove"
        isPending={useIsSending('remove')}
        aria-label={t('removeNamed', { code })}
        className="px-3"
      >
        {t('remove')}
      </Button>
    </Form>
  )
}

/** Two steps, because one press too many would cost everybody's preparation. */
function CancelForm() {
  const t = useT(regrade)

  return (
    <details className="border-t border-line pt-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold text-bad">
        {t('cancelTitle')}
      </summary>
      <Form method="post" className="grid justify-items-start gap-3 pt-2">
        <p>{t('cancelText')}</p>
        <Button
          look="danger"
          name="intent"
          value="cancel"
          isPending={useIsSending('cancel')}
          pendingLabel={t('working')}
        >
          {t('cancelButton')}
        </Button>
      </Form>
    </details>
  )
}
