import { Link } from '@remix-run/react'
import type { VersionState } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'
import { StateBadge } from './state-badge.tsx'

type Person = { fullName: string }
export type ListedVersion = {
  version: number
  state: VersionState
  createdAt: Date
  author: Person | null
  submittedAt: Date | null
  decidedBy: Person | null
  decidedAt: Date | null
  decisionNote: string | null
}

type VersionListProps = {
  versions: readonly ListedVersion[]
  currentVersion: number | null
  shownVersion: number
  hrefOf: (version: number) => string
}

/** Every version with who wrote and who approved it, newest first. */
export function VersionList({ versions, currentVersion, shownVersion, hrefOf }: VersionListProps) {
  const t = useT(questions)
  const newest = versions[0]?.version

  return (
    <ol className="grid gap-4">
      {versions.map((version) => (
        <li key={version.version} className="grid gap-1.5 border-t border-line pt-4">
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{t('versionOf', { version: version.version })}</span>
            <StateBadge state={version.state} />
            {version.version === currentVersion && <Badge tone="gold">{t('inPapers')}</Badge>}
          </div>
          <VersionFacts version={version} />
          {version.state !== 'approved' && version.version !== newest && (
            <p className="text-sm text-muted">{t('superseded')}</p>
          )}
          {version.version !== shownVersion && (
            <Link to={hrefOf(version.version)} preventScrollReset className="link justify-self-start text-sm">
              {t('showVersion', { version: version.version })}
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}

function VersionFacts({ version }: { version: ListedVersion }) {
  const t = useT(questions)
  const { dateTime } = useFormatters()
  const { author, createdAt, submittedAt, decidedAt, decidedBy, decisionNote, state } = version
  if (!author) return <p className="tabular text-sm text-muted">{t('loaded', { at: dateTime(createdAt) })}</p>
  const decided = decidedAt &&
    decidedBy && { at: dateTime(decidedAt), name: decidedBy.fullName, note: decisionNote ?? '' }

  return (
    <div className="tabular grid text-sm text-muted">
      <p>{t('written', { at: dateTime(createdAt), name: author.fullName })}</p>
      {submittedAt && <p>{t('submittedAt', { at: dateTime(submittedAt) })}</p>}
      {decided && <p>{t(state === 'approved' ? 'approvedBy' : 'rejectedBy', decided)}</p>}
    </div>
  )
}
