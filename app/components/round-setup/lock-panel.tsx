import { Form } from '@remix-run/react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { FingerprintCard } from '../contest/fingerprint-card.tsx'
import type { FingerprintValue } from '../contest/fingerprint-card.tsx'
import { useCan } from '../organizer/console-capabilities.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type LockPanelProps = {
  round: { slug: string; kind: 'ranked' | 'practice'; phase: Phase; opensAt: Date }
  fingerprint: FingerprintValue | null
  setChanges: { added: number; changed: number; removed: number } | null
}

/** How far the settings are locked, their fingerprint, and what can still be done about them. */
export function LockPanel({ round, fingerprint, setChanges }: LockPanelProps) {
  const t = useT(roundSetup)
  const { dateTime } = useFormatters()
  const canManage = useCan('contest.manage')
  const isScheduled = round.phase === 'scheduled'

  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="text-xl">{t('lockTitle')}</h2>
        <p>
          {t(isScheduled ? 'lockScheduled' : 'lockOpen')}{' '}
          {isScheduled && t('lockCloses', { time: dateTime(round.opensAt) })}
        </p>
      </div>
      {fingerprint ? (
        <FingerprintCard roundSlug={round.slug} fingerprint={fingerprint} heading="h3" />
      ) : (
        <p className="text-muted">{t(round.kind === 'practice' ? 'lockPractice' : 'lockNoFingerprint')}</p>
      )}
      {fingerprint && (
        <a href={paths.questionHashes(round.slug)} className="link justify-self-start py-1.5">
          {t('hashList')}
        </a>
      )}
      {isScheduled && setChanges && hasChanged(setChanges) && (
        <SetChanges changes={setChanges} canRenew={canManage} />
      )}
      {isScheduled && canManage && (
        <Form method="post" className="grid gap-2 border-t border-line pt-5">
          <p className="text-sm text-muted">{t('unscheduleText')}</p>
          <Button look="secondary" name="intent" value="unschedule" className="sm:justify-self-start">
            {t('unschedule')}
          </Button>
        </Form>
      )}
    </Card>
  )
}

function SetChanges({
  changes,
  canRenew,
}: {
  changes: NonNullable<LockPanelProps['setChanges']>
  canRenew: boolean
}) {
  const t = useT(roundSetup)

  return (
    <Alert kind="warn" title={t('bankChangedTitle')}>
      <p>{t('bankChanged', changes)}</p>
      {canRenew && (
        <Form method="post" className="mt-3">
          <Button look="secondary" name="intent" value="renew">
            {t('renew')}
          </Button>
        </Form>
      )}
    </Alert>
  )
}

function hasChanged({ added, changed, removed }: NonNullable<LockPanelProps['setChanges']>): boolean {
  return added + changed + removed > 0
}
