import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { useIsSending } from '../organizer/form-answer.ts'

const ASK_EVERY_MS = 1_000

type ImportProgressProps = {
  /** Address that tells how far it is. */
  href: string
  /** Somebody else's import, or one begun in another window. */
  isRunning: boolean
  total: number
  onEnd: () => void
}

/** How far a running import is, asked every second while it runs, here or on somebody else's screen. */
export function ImportProgress({ href, isRunning, total, onEnd }: ImportProgressProps) {
  const t = useT(questionUpload)
  const { number } = useFormatters()
  const { load, data } = useFetcher<{ doneCount: number | null }>()
  const isApplying = useIsSending('apply')
  const isShown = isRunning || isApplying
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => load(href), ASK_EVERY_MS)

    return () => clearInterval(timer)
  }, [isShown, load, href])
  const isOver = isRunning && data?.doneCount === null
  useEffect(() => {
    if (isOver) onEnd()
  }, [isOver, onEnd])
  if (!isShown) return null
  const done = data?.doneCount ?? 0

  return (
    <div className="grid gap-2">
      <p role="status" className="tabular">
        {t('running', { done: number(done), total: number(total) })}
      </p>
      <progress
        aria-label={t('importTitle')}
        value={done}
        max={Math.max(1, total)}
        className="h-3 w-full accent-brand"
      />
    </div>
  )
}
