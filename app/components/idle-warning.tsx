import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { IDLE_WARNING_MS } from '#app/core/session-times.ts'
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
  const t = useT(common)
  const location = useLocation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [activeAtMs, setActiveAtMs] = useState(0)
  const [leftMs, setLeftMs] = useState(idleMs)

  useEffect(() => {
    const startedAtMs = performance.now()
    setActiveAtMs(startedAtMs)
    setLeftMs(idleMs)
  }, [location, idleMs])

  useEffect(() => {
    const timer = setInterval(() => setLeftMs(idleMs - (performance.now() - activeAtMs)), TICK_MS)

    return () => clearInterval(timer)
  }, [activeAtMs, idleMs])

  const isDue = activeAtMs > 0 && leftMs <= IDLE_WARNING_MS
  useEffect(() => {
    if (isDue) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isDue])

  const staySignedIn = async (): Promise<void> => {
    const response = await fetch(paths.staySignedIn, { method: 'POST' }).catch(() => null)
    if (!response?.ok) return
    setActiveAtMs(performance.now())
    setLeftMs(idleMs)
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="idle-title"
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-card backdrop:bg-ink/50"
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
          <LinkButton
            to={`${paths.signIn}?${new URLSearchParams({ tiep: location.pathname })}`}
            reloadDocument
          >
            {t('signIn')}
          </LinkButton>
        </div>
      )}
    </dialog>
  )
}
