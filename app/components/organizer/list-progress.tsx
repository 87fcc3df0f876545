import { useFetcher, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { listImport } from '#app/i18n/messages/list-import.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

const ASK_EVERY_MS = 1_000

export type ListProgressProps = {
  /** The address of the import's page, which is asked how far it is. */
  href: string
  isRunning: boolean
  /** Null when all rows are stored at once, at the end. */
  doneCount: number | null
  rowCount: number
}

type Answer = { doneCount?: number; state: { kind: string } }

/** How far a running import is, asked every second while it runs, here or on somebody else's screen. */
export function ListProgress({ href, isRunning, doneCount, rowCount }: ListProgressProps) {
  const t = useT(listImport)
  const { number } = useFormatters()
  const { load, data } = useFetcher<Answer>()
  const { revalidate } = useRevalidator()
  const isConfirming = useNavigation().formData?.get('intent') === 'apply'
  const isShown = isRunning || isConfirming
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => load(href), ASK_EVERY_MS)

    return () => clearInterval(timer)
  }, [isShown, load, href])
  // Confirmed on somebody else's screen: here nothing but the page itself can show what came of it.
  const hasEnded = isRunning && data !== undefined && data.state.kind !== 'running'
  useEffect(() => {
    if (hasEnded) revalidate()
  }, [hasEnded, revalidate])
  if (!isShown) return null
  const done = doneCount === null ? null : (data?.doneCount ?? doneCount)

  return (
    <div className="grid gap-2">
      <p role="status" className="tabular">
        {done === null
          ? t('runningAll', { total: number(rowCount) })
          : t('running', { done: number(done), total: number(rowCount) })}
      </p>
      <progress
        aria-label={t('progress')}
        {...(done === null ? {} : { value: done })}
        max={Math.max(1, rowCount)}
        className="h-3 w-full accent-brand"
      />
    </div>
  )
}
