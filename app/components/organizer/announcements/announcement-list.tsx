import { Link } from '@remix-run/react'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { AnnouncementStatus, Severity } from '../../../core/contests/announcement.ts'
import { paths } from '../../../http/paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'

export type ListedAnnouncement = {
  id: string
  title: string
  severity: Severity
  status: AnnouncementStatus
  visibleFrom: Date
  visibleUntil: Date | null
  isOnEveryPage: boolean
}

/** Everything that was announced, with where it stands. */
export function AnnouncementList({ announcements }: { announcements: readonly ListedAnnouncement[] }) {
  const t = useT(announcing)

  return (
    <Card className="grid gap-4">
      <h2 className="text-xl">{t('listTitle')}</h2>
      {announcements.length === 0 ? (
        <p className="text-muted">
          {t('none')}. {t('noneText')}
        </p>
      ) : (
        <ul className="grid gap-5">
          {announcements.map((announcement) => (
            <li key={announcement.id} className="grid gap-1.5 border-t border-line pt-4">
              <ListItem announcement={announcement} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function ListItem({ announcement }: { announcement: ListedAnnouncement }) {
  const t = useT(announcing)
  const { id, title, severity, status, isOnEveryPage } = announcement

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <AnnouncementStatusBadge status={status} />
        <span className="text-sm text-muted">
          {t(`severity_${severity}`)} · {t(isOnEveryPage ? 'everyPage' : 'listOnly')}
        </span>
      </div>
      <h3 className="text-base">{title}</h3>
      <ShownTimes times={announcement} />
      <Link
        to={paths.organizerAnnouncement(id)}
        aria-label={t('editNamed', { title })}
        className="link justify-self-start py-1.5"
      >
        {t('edit')}
      </Link>
    </>
  )
}

const STATUS_TONES = { scheduled: 'info', current: 'good', over: 'neutral', withdrawn: 'warn' } as const

export function AnnouncementStatusBadge({ status }: { status: AnnouncementStatus }) {
  const t = useT(announcing)

  return <Badge tone={STATUS_TONES[status]}>{t(`status_${status}`)}</Badge>
}

export function ShownTimes({ times }: { times: { visibleFrom: Date; visibleUntil: Date | null } }) {
  const t = useT(announcing)
  const { dateTime } = useFormatters()
  const { visibleFrom, visibleUntil } = times

  return (
    <p className="tabular text-sm text-muted">
      <span className="inline-block">{t('shownFrom', { from: dateTime(visibleFrom) })}</span>{' '}
      <span className="inline-block">
        {visibleUntil ? t('shownUntil', { until: dateTime(visibleUntil) }) : t('shownOpenEnd')}
      </span>
    </p>
  )
}
