import {
  CircleCheck,
  CloudUpload,
  LoaderCircle,
  LogIn,
  MonitorSmartphone,
  TriangleAlert,
  WifiOff,
} from 'lucide-react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import type { SaveStatus, Trouble } from './save-status.ts'

const LOOKS = {
  nothing_to_save: { icon: CloudUpload, className: 'text-muted' },
  saving: { icon: LoaderCircle, className: 'text-muted' },
  saved: { icon: CircleCheck, className: 'text-good' },
  offline: { icon: WifiOff, className: 'bg-warn-soft text-warn' },
  server_trouble: { icon: TriangleAlert, className: 'bg-warn-soft text-warn' },
  signed_out: { icon: LogIn, className: 'bg-bad-soft text-bad' },
  elsewhere: { icon: MonitorSmartphone, className: 'text-muted' },
  ended: { icon: LoaderCircle, className: 'text-muted' },
  unavailable: { icon: TriangleAlert, className: 'text-bad' },
} as const

/** One calm line while all is well. */
export function SaveState({ status, className }: { status: SaveStatus | null; className?: string }) {
  const t = useT(messages)
  const statusText = useStatusText()
  const { icon: Icon, className: look } = LOOKS[status?.kind ?? 'saving']

  return (
    <p className={classNames('flex items-center gap-1.5 text-sm font-semibold', look, className)}>
      <Icon
        aria-hidden="true"
        className={classNames('size-4 shrink-0', Icon === LoaderCircle && 'animate-spin')}
      />
      <span className="tabular">{status ? statusText(status) : t('opening')}</span>
    </p>
  )
}

type TroubleBandProps = { status: Trouble; attemptId: string; onSignIn: () => void }

/** A band across the page when answers wait in the browser: nobody should overlook it. */
export function TroubleBand({ status, attemptId, onSignIn }: TroubleBandProps) {
  const t = useT(messages)
  const statusText = useStatusText()
  const { icon: Icon, className } = LOOKS[status.kind]
  const { waitingCount } = status

  return (
    <div className={classNames('border-t border-line py-2 text-sm', className)}>
      <div className="page flex gap-2.5">
        <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <p>
          <strong className="font-semibold">{statusText(status)}.</strong>{' '}
          {waitingCount > 0 && <span className="tabular">{t('waitingCount', { count: waitingCount })}.</span>}{' '}
          {status.kind === 'signed_out' && (
            <a
              href={`${paths.signIn}?${new URLSearchParams({ tiep: paths.takePaper(attemptId) })}`}
              onClick={onSignIn}
              className="inline-block py-1 font-semibold underline underline-offset-4"
            >
              {t('signInAgain')}
            </a>
          )}
        </p>
      </div>
    </div>
  )
}

/** A status in words. */
export function useStatusText(): (status: SaveStatus) => string {
  const t = useT(messages)
  const { timeWithSeconds } = useFormatters()

  return (status) => {
    switch (status.kind) {
      case 'nothing_to_save':
        return t('nothingToSave')
      case 'saving':
        return t('saving')
      case 'saved':
        return t('savedAt', { time: timeWithSeconds(status.savedAt) })
      case 'offline':
        return status.waitingCount > 0 ? t('offline') : t('offlineNothingWaits')
      case 'server_trouble':
        return t('serverTrouble')
      case 'signed_out':
        return t('signedOut')
      case 'elsewhere':
        return t('worksElsewhere')
      case 'ended':
        return t('attemptEnded')
      case 'unavailable':
        return t('attemptUnavailable')
      default:
        return status satisfies never
    }
  }
}
