import { Clock, LoaderCircle, MonitorSmartphone, UserX } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import type { AttemptCopy } from './attempt-copy.ts'
import type { ExamState } from './exam-state.ts'

type PanelProps = { icon: LucideIcon; title: string; isBusy?: boolean; children?: ReactNode }

/** What stands in place of the paper when it can't be worked on here; takes the focus, because the paper is gone. */
function Panel({ icon: Icon, title, isBusy = false, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className="page grid place-items-center py-10 sm:py-16">
      <Card className="grid w-full max-w-xl justify-items-start gap-4">
        <Icon
          aria-hidden="true"
          className={classNames('size-10 text-brand-text', isBusy && 'animate-spin')}
          strokeWidth={1.5}
        />
        <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
          {title}
        </h2>
        {children}
      </Card>
    </div>
  )
}

type ElsewherePanelProps = { copy: AttemptCopy; state: ExamState; onTakeOver: () => void }

/** The attempt is worked on by another page: say so, and let the person decide where to go on. */
export function ElsewherePanel({ copy, state: { sync }, onTakeOver }: ElsewherePanelProps) {
  const t = useT(messages)
  const { timeWithSeconds } = useFormatters()
  const waitingCount = Object.keys(sync.pending).length
  const time = sync.other?.savedAt ? timeWithSeconds(sync.other.savedAt) : null
  const count = sync.other?.answeredCount ?? null

  return (
    <Panel icon={MonitorSmartphone} title={t('elsewhereTitle')}>
      {sync.phase === 'asking' && count !== null && time !== null ? (
        <p>{t('askingText', { count, time })}</p>
      ) : (
        <p>
          {t('elsewhereText')} {time !== null && t('elsewhereSavedAt', { time })}
        </p>
      )}
      {waitingCount > 0 && <p>{t('elsewhereWaiting', { count: waitingCount })}</p>}
      <p className="text-muted">{t('elsewhereTime')}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button
          type="button"
          onClick={onTakeOver}
          isPending={sync.isTakingOver}
          pendingLabel={t('takingOver')}
        >
          {t('takeOver')}
        </Button>
        <a href={paths.round(copy.roundSlug)} className={buttonClass('secondary')}>
          {t('backToRound')}
        </a>
      </div>
    </Panel>
  )
}

/** The time is over: the page hands in by itself and says honestly what is sure and what is not. */
export function TimeUpPanel({ copy, state: { sync } }: { copy: AttemptCopy; state: ExamState }) {
  const t = useT(messages)
  const waitingCount = Object.keys(sync.pending).length

  return (
    <Panel icon={Clock} title={t('timeUpTitle')}>
      <p className="flex items-start gap-2">
        <LoaderCircle aria-hidden="true" className="mt-1 size-5 shrink-0 animate-spin text-muted" />
        <span>{timeUpText(sync.trouble, t)}</span>
      </p>
      {sync.trouble !== null && waitingCount > 0 && <p>{t('timeUpWaiting', { count: waitingCount })}</p>}
      <p className="text-muted">{t('timeUpSaved')}</p>
      {sync.trouble !== null && (
        <a href={paths.result(copy.attemptId)} className={buttonClass('secondary')}>
          {t('openResult')}
        </a>
      )}
    </Panel>
  )
}

function timeUpText(
  trouble: ExamState['sync']['trouble'],
  t: ReturnType<typeof useT<(typeof messages)['vi']>>,
) {
  switch (trouble) {
    case 'network':
      return t('stillSendingOffline')
    case 'server':
      return t('stillSending')
    case 'signed_out':
      return t('signedOut')
    case null:
      return t('timeUpSending')
    default:
      return trouble satisfies never
  }
}

export function EndedPanel() {
  const t = useT(messages)

  return <Panel icon={LoaderCircle} title={t('attemptEnded')} isBusy />
}

export function UnavailablePanel({ copy }: { copy: AttemptCopy }) {
  const t = useT(messages)

  return (
    <Panel icon={UserX} title={t('unavailableTitle')}>
      <p>{t('unavailableText')}</p>
      <a
        href={`${paths.signIn}?${new URLSearchParams({ tiep: paths.takePaper(copy.attemptId) })}`}
        className={buttonClass('primary')}
      >
        {t('signInAgain')}
      </a>
    </Panel>
  )
}
