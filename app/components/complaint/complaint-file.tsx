import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatCitations } from '../../core/questions/citation.ts'
import { isOpenComplaint } from '../../core/complaints/complaint.ts'
import { formatReceiptCode } from '../../core/attempts/receipt.ts'
import { paths } from '../../http/paths.ts'
import { useCan } from '../organizer/console-capabilities.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { Deadline } from './complaint-list.tsx'
import type { ListedComplaint } from './complaint-list.tsx'

export type ComplaintFileData = ListedComplaint & {
  roundSlug: string
  law: string
  citations: string[]
  text: string
  attempt: { number: number; receiptCode: string | null; endedAt: Date | null; score: number | null }
  question: {
    versionId: string
    version: number
    stem: string
    options: { text: string; isKey: boolean }[]
    explanation: string
  } | null
}

type ComplaintFileProps = {
  file: ComplaintFileData
  now: Date
  /** Whether the round has an analysis that the question can be looked up in. */
  hasAnalysis: boolean
}

/** Who complains about what: the facts an answer needs. */
export function ComplaintFile({ file, now, hasAnalysis }: ComplaintFileProps) {
  const t = useT(complaint)
  const { number, exactDateTime } = useFormatters()
  const { attempt, person } = file
  const facts: { label: string; value: ReactNode }[] = [
    { label: t('from'), value: `${person.fullName} · ${person.unitName ?? t('noUnit')}` },
    {
      label: t('round'),
      value: (
        <Link to={paths.organizerRound(file.roundSlug)} className="link">
          {file.roundTitle}
        </Link>
      ),
    },
    {
      label: t('attempt'),
      value: attempt.endedAt
        ? t('attemptValue', { number: attempt.number, time: exactDateTime(attempt.endedAt) })
        : number(attempt.number),
    },
    ...(attempt.score === null ? [] : [{ label: t('score'), value: number(attempt.score) }]),
    ...(attempt.receiptCode === null
      ? []
      : [{ label: t('receipt'), value: formatReceiptCode(attempt.receiptCode) }]),
    ...(isOpenComplaint(file.state)
      ? [{ label: t('deadlines'), value: <Deadline complaint={file} now={now} /> }]
      : []),
  ]

  return (
    <div className="grid gap-7">
      <Card className="grid gap-5">
        <h2 className="text-xl">{t('saidTitle')}</h2>
        <p className="border-l-4 border-gold pl-4 whitespace-pre-line">{file.text}</p>
        <dl className="grid gap-x-8 sm:grid-cols-2">
          {facts.map(({ label, value }) => (
            <div key={label} className="grid content-start gap-0.5 border-t border-line py-2.5">
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {file.question && <ComplainedQuestion file={file} question={file.question} hasAnalysis={hasAnalysis} />}
    </div>
  )
}

type ComplainedQuestionProps = {
  file: ComplaintFileData
  question: NonNullable<ComplaintFileData['question']>
  hasAnalysis: boolean
}

function ComplainedQuestion({ file, question, hasAnalysis }: ComplainedQuestionProps) {
  const t = useT(complaint)
  const tRegrade = useT(regrade)
  const canCorrect = useCan('results.manage')

  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('questionTitle')}</h2>
        <p className="text-sm text-muted">
          {t('questionMeta', {
            code: file.questionCode ?? '',
            version: question.version,
            position: file.position ?? '',
          })}
        </p>
      </div>
      <p className="text-lg">{question.stem}</p>
      <ul className="grid gap-2">
        {question.options.map(({ text, isKey }) => (
          <li
            key={text}
            className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line px-4 py-2.5"
          >
            <span className="min-w-0">{text}</span>
            {isKey && (
              <Badge tone="good" icon={Check}>
                {t('key')}
              </Badge>
            )}
          </li>
        ))}
      </ul>
      <div className="grid gap-1 border-l-4 border-gold pl-4">
        <p>
          <span className="font-semibold">{t('explanation')}</span> {question.explanation}
        </p>
        <p className="text-sm font-semibold">
          {t('source')} <span lang="vi">{formatCitations(file.citations, file.law)}</span>
        </p>
      </div>
      <p className="flex flex-wrap gap-x-6">
        {hasAnalysis && (
          <Link
            to={paths.analysedQuestion(file.roundSlug, question.versionId)}
            className="link inline-flex min-h-11 items-center"
          >
            {t('analysisLink')}
          </Link>
        )}
        {canCorrect && (
          <Link
            to={paths.regradeQuestion(file.roundSlug, question.versionId)}
            className="link inline-flex min-h-11 items-center"
          >
            {tRegrade('prepareThis')}
          </Link>
        )}
      </p>
    </Card>
  )
}
