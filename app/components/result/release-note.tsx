import { result } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { isReleased } from '../../core/rounds/release.ts'
import type { Release } from '../../core/rounds/release.ts'
import { Alert } from '../ui/alert.tsx'

type ReleaseNoteProps = { release: Release; laterRelease: Release; closesAt: Date }

/** What of the result is still to come, and when; promises nothing that the round's settings don't. */
export function ReleaseNote({ release, laterRelease, closesAt }: ReleaseNoteProps) {
  const t = useT(result)
  const { dateTime } = useFormatters()
  if (release === 'key') return null
  const text =
    laterRelease === 'nothing' || isReleased(release, laterRelease)
      ? t('release_done')
      : t(`release_${laterRelease}`, { time: dateTime(closesAt) })

  return (
    <Alert kind="info" title={t('releaseTitle')} className="print:hidden">
      {text}
    </Alert>
  )
}
