import { Link } from '@remix-run/react'
import { RefreshCw } from 'lucide-react'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useAutoRefresh } from '../use-auto-refresh.ts'

const STATE_TEXTS = {
  off: null,
  running: 'refreshRunning',
  offline: 'refreshOffline',
  paused: 'refreshPaused',
} as const

/** Keeps the page's numbers fresh and says how old they are. The link is the way without scripts. */
export function LiveNote({ updatedAt, path }: { updatedAt: Date; path: string }) {
  const t = useT(organizer)
  const { timeWithSeconds } = useFormatters()
  const text = STATE_TEXTS[useAutoRefresh()]

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="text-sm text-muted">
        <span className="tabular font-semibold text-ink">
          {t('updatedAt', { time: timeWithSeconds(updatedAt) })}
        </span>
        {/* Announced when it changes, which is rare; the time of every refresh is not. */}
        <span role="status"> {text && t(text)}</span>
      </p>
      <Link to={path} replace preventScrollReset className={buttonClass('secondary')}>
        <RefreshCw aria-hidden="true" className="size-5" />
        {t('refreshNow')}
      </Link>
    </div>
  )
}
