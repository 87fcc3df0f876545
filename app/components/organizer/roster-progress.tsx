import { useFetcher, useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'

const ASK_EVERY_MS = 1_000

type RosterProgressProps = { importId: string; isRunning: boolean; doneCount: number; rowCount: number }

/** How far a running import is, asked every second while it runs, here or on somebody else's screen. */
export function RosterProgress({ importId, isRunning, doneCount, rowCount }: RosterProgressProps) {
  const t = useT(peopleTexts)
  const { number } = useFormatters()
  const { load, data } = useFetcher<{ doneCount: number }>()
  const isConfirming = useNavigation().formData?.get('intent') === 'apply'
  const isShown = isRunning || isConfirming
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => load(paths.rosterImport(importId)), ASK_EVERY_MS)

    return () => clearInterval(timer)
  }, [isShown, load, importId])
  if (!isShown) return null
  const done = data?.doneCount ?? doneCount

  return (
    <div className="grid gap-2">
      <p role="status" className="tabular">
        {t('running', { done: number(done), total: number(rowCount) })}
      </p>
      <progress
        aria-label={t('importTitle')}
        value={done}
        max={Math.max(1, rowCount)}
        className="h-3 w-full accent-brand"
      />
    </div>
  )
}
