import type { Lacking } from '#app/core/questions/question-content.ts'
import type { VersionState } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { useValidity } from './use-validity.ts'

type Person = { fullName: string }
type QuestionStatusProps = {
  question: {
    currentVersion: number | null
    retired: { at: Date; by: Person | null } | null
    /** Whether the reader wrote the newest version. */
    isOwn: boolean
    /** What an approval of the newest version still needs. */
    lacking: readonly Lacking[]
    outdatedDays: { validFrom: string | null; validTo: string | null } | null
    versions: readonly {
      version: number
      state: VersionState
      author: Person | null
      decidedBy: Person | null
      decisionNote: string | null
    }[]
  }
}

/** What waits for whom, in sentences. */
export function QuestionStatus({ question }: QuestionStatusProps) {
  const t = useT(questions)
  const { dateTime } = useFormatters()
  const validityOf = useValidity()
  const { retired, isOwn, lacking, outdatedDays, versions } = question
  const latest = versions[0]
  const waits = isOwn ? 'waitsForOther' : 'waitsForYou'

  return (
    <>
      {retired && (
        <Alert kind="info">
          {t('retiredNote', { at: dateTime(retired.at), name: retired.by?.fullName ?? t('operator') })}
        </Alert>
      )}
      {outdatedDays && <Alert kind="warn">{t('outdatedNote', { days: validityOf(outdatedDays) })}</Alert>}
      {latest?.state === 'submitted' && (
        <Alert kind="info">
          {t(waits, { version: latest.version, name: latest.author?.fullName ?? '' })}
        </Alert>
      )}
      {latest?.state === 'draft' && <Alert kind="info">{t('draftWaits', { version: latest.version })}</Alert>}
      {lacking.length > 0 && !retired && latest?.state !== 'approved' && (
        <Alert kind="warn" title={lacking.map((field) => t(`lacks_${field}`)).join('. ')}>
          {t('lackingNote')}
        </Alert>
      )}
      {latest?.state === 'rejected' && (
        <Alert kind="warn">
          {t('rejectedNote', {
            version: latest.version,
            name: latest.decidedBy?.fullName ?? '',
            note: latest.decisionNote ?? '',
          })}
        </Alert>
      )}
    </>
  )
}
