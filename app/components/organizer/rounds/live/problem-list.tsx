import { CircleCheck } from 'lucide-react'
import { live } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Card } from '../../../ui/card.tsx'

type ServerProblem = {
  id: string
  occurredAt: Date
  requestId: string | null
  place: string
  cause: string
}

/** What failed lately, with what whoever runs the server needs to find it in the log. */
export function ProblemList({ problems }: { problems: readonly ServerProblem[] }) {
  const t = useT(live)

  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('problemsTitle')}</h2>
        <p className="text-sm text-muted">{t('problemsLead')}</p>
      </div>
      {problems.length === 0 ? (
        <p className="flex items-center gap-2 text-good">
          <CircleCheck aria-hidden="true" className="size-5" />
          {t('problemsNone')}
        </p>
      ) : (
        <ul className="grid gap-4">
          {problems.map((problem) => (
            <li key={problem.id} className="border-t border-line pt-4">
              <Problem problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Problem({ problem }: { problem: ServerProblem }) {
  const t = useT(live)
  const { timeWithSeconds, date } = useFormatters()
  const { occurredAt, place, cause, requestId } = problem
  const facts: [string, string][] = [
    [t('problemTime'), `${timeWithSeconds(occurredAt)} ${date(occurredAt)}`],
    [t('problemPlace'), requestId === null ? t('problemBackground') : place],
    [t('problemCause'), cause],
    ...(requestId === null ? [] : [[t('problemRequest'), requestId] as [string, string]]),
  ]

  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="tabular break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
