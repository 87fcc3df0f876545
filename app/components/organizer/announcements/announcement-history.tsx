import { announcing } from '#app/i18n/messages/announcing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { Severity } from '../../../core/contests/announcement.ts'
import { Card } from '../../ui/card.tsx'
import { ShownTimes } from './announcement-list.tsx'

export type AnnouncementVersion = {
  version: number
  title: string
  text: string
  severity: Severity
  visibleFrom: Date
  visibleUntil: Date | null
  isOnEveryPage: boolean
  editedAt: Date
  editedBy: { fullName: string; loginName: string }
}

/** Everything an announcement has said, newest first, with who wrote it. */
export function AnnouncementHistory({ versions }: { versions: readonly AnnouncementVersion[] }) {
  const t = useT(announcing)
  const { dateTime } = useFormatters()

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('historyTitle')}</h2>
      <ol className="grid gap-5">
        {versions.map((version) => (
          <li key={version.version} className="grid gap-1 border-t border-line pt-4">
            <p className="text-sm text-muted">
              <span className="font-semibold text-ink">{t('version', { version: version.version })}</span>{' '}
              <span className="tabular">
                {t('versionBy', { time: dateTime(version.editedAt), ...version.editedBy })}
              </span>
            </p>
            <p className="font-semibold">{version.title}</p>
            <p className="whitespace-pre-line">{version.text}</p>
            <p className="text-sm text-muted">
              {t(`severity_${version.severity}`)} · {t(version.isOnEveryPage ? 'everyPage' : 'listOnly')}
            </p>
            <ShownTimes times={version} />
          </li>
        ))}
      </ol>
    </Card>
  )
}
