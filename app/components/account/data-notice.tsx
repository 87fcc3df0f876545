import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

type DataNoticeProps = {
  organizerName: string
  /** How to reach the organizers, in their own words; may be empty. */
  contactText: string
  version: string
}

/**
 * What has to be said before anybody consents: who, which data, why, how long, which rights (Law 91/2025/QH15,
 * article 9; Decree 356/2025/NĐ-CP). The text is tied to the version that the consents record: a change of what it
 * promises needs a new version.
 */
export function DataNotice({ organizerName, contactText, version }: DataNoticeProps) {
  const t = useT(account)
  const points = [
    { term: t('noticeWho'), text: [t('noticeWhoText', { organizer: organizerName }), contactText].join(' ') },
    { term: t('noticeWhat'), text: t('noticeWhatText') },
    { term: t('noticeWhy'), text: t('noticeWhyText') },
    { term: t('noticePublic'), text: t('noticePublicText') },
    { term: t('noticeHowLong'), text: t('noticeHowLongText') },
    { term: t('noticeRights'), text: t('noticeRightsText') },
  ]

  return (
    <section
      aria-labelledby="notice-title"
      className="grid gap-4 rounded-md border border-line bg-sunken p-4 sm:p-5"
    >
      <h2 id="notice-title" className="text-base">
        {t('noticeTitle')}
      </h2>
      <dl className="grid gap-3 text-sm">
        {points.map(({ term, text }) => (
          <div key={term} className="grid gap-0.5 sm:grid-cols-[9.5rem_1fr] sm:gap-4">
            <dt className="font-semibold">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{t('noticeVersion', { version })}</p>
    </section>
  )
}
