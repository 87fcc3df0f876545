import { complaint } from '#app/i18n/messages/complaint.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { OwnComplaintCard } from '../complaint/own-complaint.tsx'
import type { OwnComplaint } from '../complaint/own-complaint.tsx'
import { LinkButton } from '../ui/button.tsx'

/** The complaints of the signed-in person with their answers, newest first; nothing when there are none. */
export function OwnComplaints({ complaints }: { complaints: readonly OwnComplaint[] }) {
  const t = useT(complaint)
  if (complaints.length === 0) return null

  return (
    <section aria-labelledby="complaints-title" className="grid gap-4">
      <h2 id="complaints-title" className="text-xl">
        {t('ownTitle')}
      </h2>
      <ul className="grid gap-4">
        {complaints.map((own) => (
          <li key={own.id}>
            <OwnComplaintCard own={own}>
              <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
                <p className="text-sm text-muted">{own.roundTitle}</p>
                <LinkButton look="quiet" to={paths.result(own.attemptId)}>
                  {t('seeResult')}
                </LinkButton>
              </div>
            </OwnComplaintCard>
          </li>
        ))}
      </ul>
    </section>
  )
}
