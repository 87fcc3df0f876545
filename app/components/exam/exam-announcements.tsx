import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { ANNOUNCEMENT_LOOKS } from '../announcements/announcement-looks.ts'
import { dismissalKeyOf, useDismissed } from '../announcements/use-dismissed.ts'
import { classNames } from '../class-names.ts'

/**
 * Announcements under the head of the paper, over the page instead of in it: nothing moves under a finger that is about
 * to choose, and the time above stays in view. What was put away on another page stays away here.
 */
export function ExamAnnouncements({ announcements }: { announcements: readonly PaperAnnouncement[] }) {
  const t = useT(messages)
  const { isDismissed, dismiss } = useDismissed()
  const shown = announcements.filter((announcement) => !isDismissed(announcement))
  if (shown.length === 0) return null

  return (
    <section
      aria-label={t('announcements')}
      // Reachable by keyboard, because it scrolls when it is long.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus
      tabIndex={0}
      className="absolute inset-x-0 top-full max-h-[45dvh] overflow-y-auto shadow-card"
    >
      {shown.map((announcement) => (
        <Announcement
          key={dismissalKeyOf(announcement)}
          announcement={announcement}
          onRead={() => dismiss(announcement)}
        />
      ))}
    </section>
  )
}

type AnnouncementProps = { announcement: PaperAnnouncement; onRead: () => void }

function Announcement({ announcement, onRead }: AnnouncementProps) {
  const t = useT(messages)
  const { icon: Icon, band, edge, text: colour } = ANNOUNCEMENT_LOOKS[announcement.severity]

  return (
    <div className={classNames('border-b', band, edge)}>
      <div className="page flex flex-wrap items-start gap-x-3 py-2">
        <Icon aria-hidden="true" className={classNames('mt-1 size-5 shrink-0', colour)} />
        <div className="min-w-0 flex-1 basis-52 py-0.5">
          <p className={classNames('font-semibold', colour)}>{announcement.title}</p>
          <p className="text-sm whitespace-pre-line">{announcement.text}</p>
        </div>
        <button
          type="button"
          onClick={onRead}
          className={classNames(
            'ml-auto min-h-11 rounded-md px-3 text-sm font-semibold underline underline-offset-4',
            colour,
          )}
        >
          {t('understood')}
          <span className="sr-only">: {announcement.title}</span>
        </button>
      </div>
    </div>
  )
}
