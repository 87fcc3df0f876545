import type { ShownAnnouncement } from '#app/core/contests/announcement.ts'
import { notices } from '#app/i18n/messages/notices.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { ANNOUNCEMENT_LOOKS } from './announcement-looks.ts'

/** A whole announcement in the list of what has happened; its id is its place on the page. */
export function AnnouncementText({ announcement }: { announcement: ShownAnnouncement }) {
  const t = useT(notices)
  const { dateTime } = useFormatters()
  const { icon: Icon, text: colour, label } = ANNOUNCEMENT_LOOKS[announcement.severity]
  const isEdited = announcement.version > 1

  return (
    <article id={announcement.id} className="grid gap-1">
      <p className={classNames('flex items-start gap-2 text-sm font-semibold', colour)}>
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t(label)}
      </p>
      <p className="font-semibold">{announcement.title}</p>
      <p className="whitespace-pre-line">{announcement.text}</p>
      <p className="tabular text-sm text-muted">
        {dateTime(announcement.visibleFrom)}
        {isEdited && ` · ${t('editedAt', { time: dateTime(announcement.editedAt) })}`}
      </p>
    </article>
  )
}
