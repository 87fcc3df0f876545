import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { IDLE_WARNING_MS } from '#app/core/people/session-times.ts'
import { common } from '#app/i18n/messages/common.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../http/paths.ts'
import { Button, LinkButton } from './ui/button.tsx'

const TICK_MS = 1_000

/**
 * Asks, a minute before an idle session ends, whether to stay signed in. Every navigation is activity and starts the
 * time anew, as it does on the server; the paper keeps its session alive by itself.
 */
export function IdleWarning({ idleMs }: { idleMs: number }) {
  const location = useLocation()
  const [stayCount, setStayCount] = useState(0)

  return (
    <IdleCountdown
      key={`${location.key} ${stayCount}`}
      idleMs={idleMs}
      returnTo={location.pathname}
      onStay={() => setStayCount((count) => count + 1)}
    />
  )
}

type IdleCountdownProps = { idleMs: number; returnTo: string; onStay: () => void }

function IdleCountdown({ idleMs, returnTo, onStay }: IdleCountdownProps) {
  const t = useT(common)
  const dialog = useRef<HTMLDialogElement>(null)
  const [leftMs, setLeftMs] = useState(idleMs)

  useEffect(() => {
    const startedAtMs = performance.now()
    const timer = setInterval(() => setLeftMs(idleMs - (performance.now() - startedAtMs)), TICK_MS)

    return () => clearInterval(timer)
  }, [idleMs])

  const isDue = leftMs <= IDLE_WARNING_MS
  useEffect(() => {
    if (isDue) dialog.current?.showModal()
  }, [isDue])

  const staySignedIn = async (): Promise<void> => {
    const response = await fetch(paths.staySignedIn, { method: 'POST' }).catch(() => null)
    if (response?.ok) onStay()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="idle-title"
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-card backdrop:bg-scrim"
    >
      {leftMs > 0 ? (
        <div className="grid gap-4">
          <h2 id="idle-title" className="text-xl">
            {t('idleTitle')}
          </h2>
          <p className="tabular">{t('idleText', { seconds: Math.ceil(leftMs / 1_000) })}</p>
          <Button type="button" onClick={() => void staySignedIn()}>
            {t('idleStay')}
          </Button>
        </div>
      ) : (
        <div className="grid gap-4">
          <h2 id="idle-title" className="text-xl">
            {t('idleEndedTitle')}
          </h2>
          <p>{t('idleEndedText')}</p>
          <LinkButton to={`${paths.signIn}?${new URLSearchParams({ tiep: returnTo })}`} reloadDocument>
            {t('signIn')}
          </LinkButton>
        </div>
      )}
    </dialog>
  )
}
