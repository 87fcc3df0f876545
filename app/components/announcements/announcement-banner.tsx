import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { excerptOf } from '#app/core/contests/announcement.ts'
import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { notices } from '#app/i18n/messages/notices.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { ANNOUNCEMENT_LOOKS } from './announcement-looks.ts'
import { HIDE_DISMISSED_SCRIPT, dismissalKeyOf, useDismissed } from './use-dismissed.ts'

/** What the organizers want everybody to know now, in calm bands above the page. Each can be put away. */
export function AnnouncementBanner({ announcements }: { announcements: readonly PaperAnnouncement[] }) {
  const t = useT(notices)
  const { isDismissed, dismiss } = useDismissed()
  if (announcements.length === 0) return null

  return (
    <section aria-label={t('region')} className="print:hidden">
      {announcements.map((announcement) => (
        <div
          key={dismissalKeyOf(announcement)}
          data-announcement={dismissalKeyOf(announcement)}
          hidden={isDismissed(announcement)}
          suppressHydrationWarning
        >
          <AnnouncementBand announcement={announcement} onDismiss={() => dismiss(announcement)} />
        </div>
      ))}
      <script dangerouslySetInnerHTML={{ __html: HIDE_DISMISSED_SCRIPT }} />
    </section>
  )
}

type AnnouncementBandProps = {
  announcement: Omit<PaperAnnouncement, 'id' | 'version'> & { id: string | null }
  onDismiss: (() => void) | null
}

/** One announcement as the public sees it; without an id it is a preview. */
export function AnnouncementBand({ announcement, onDismiss }: AnnouncementBandProps) {
  const t = useT(notices)
  const hasScripts = useHasScripts()
  const { icon: Icon, band, edge, text: colour, label } = ANNOUNCEMENT_LOOKS[announcement.severity]
  const { excerpt, isShortened } = excerptOf(announcement.text)

  return (
    <div className={classNames('border-b', band, edge)}>
      <div className="page flex items-start gap-3 py-2.5">
        <Icon aria-hidden="true" className={classNames('mt-1 size-5 shrink-0', colour)} />
        <div className="min-w-0 flex-1 py-0.5">
          <p className={classNames('font-semibold', colour)}>
            <span>{t(label)}:</span> {announcement.title}
          </p>
          <p className="text-sm whitespace-pre-line">
            {excerpt}
            {isShortened && announcement.id !== null && (
              <>
                {' '}
                <Link to={paths.announcement(announcement.id)} className="link inline-block py-0.5">
                  {t('readAll')}
                  <span className="sr-only"> {announcement.title}</span>
                </Link>
              </>
            )}
          </p>
        </div>
        {onDismiss && (
          <button
            type="button"
            // Keeps its place until it works, so that the text does not move when it does.
            onClick={onDismiss}
            aria-label={t('hideNamed', { title: announcement.title })}
            className={classNames(
              !hasScripts && 'invisible',
              '-mr-2 inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 text-sm font-semibold',
              colour,
            )}
          >
            <X aria-hidden="true" className="size-5" />
            <span className="max-sm:sr-only">{t('hide')}</span>
          </button>
        )}
      </div>
    </div>
  )
}
