import { Link } from '@remix-run/react'
import { closing } from '#app/i18n/messages/closing.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import type { StepProps } from './step-props.ts'
import { PersonName } from './person-name.tsx'
import type { ClosingAnomalies, ClosingPerson } from './closing-view-data.ts'
import { StepForm } from './step-form.tsx'

/** Signals for people to look into. Nothing here excludes anybody. */
export function AnomaliesStep({ view, answer, isOpen }: StepProps) {
  const t = useT(closing)
  const { anomalies, isMakingAnomalies, round } = view

  return (
    <div className="grid gap-6">
      <p>{t('anomaliesText')}</p>
      <p className="text-sm text-muted">{t('anomaliesNoDevice')}</p>
      {isMakingAnomalies ? (
        <Alert kind="info">
          {t('anomaliesMaking')}{' '}
          <Link to={paths.closingStep(round.slug, 'dau-hieu')} className="link">
            {t('anomaliesReload')}
          </Link>
        </Alert>
      ) : (
        isOpen && (
          <StepForm
            intent="request-anomalies"
            answer={answer}
            label={t('anomaliesMake')}
            button={t(anomalies ? 'anomaliesRemake' : 'anomaliesMake')}
            look="secondary"
          />
        )
      )}
      {anomalies && <Sheet anomalies={anomalies} slug={round.slug} />}
      {isOpen && (
        <StepForm
          intent="review-anomalies"
          answer={answer}
          label={t('step_anomalies')}
          button={t('anomaliesReview')}
        />
      )}
    </div>
  )
}

function Sheet({ anomalies, slug }: { anomalies: ClosingAnomalies; slug: string }) {
  const t = useT(closing)
  const { dateTime, duration, number } = useFormatters()

  return (
    <div className="grid gap-6">
      <p className="text-sm text-muted">
        {t('anomaliesSeen', { time: dateTime(anomalies.computedAt), attempts: number(anomalies.attempts) })}
      </p>
      <section className="grid gap-2">
        <h3 className="text-lg">{t('fastTitle', { count: number(anomalies.fastCount) })}</h3>
        <p className="text-sm text-muted">{t('fastText')}</p>
        {anomalies.fast.length === 0 && <p>{t('noneFound')}</p>}
        <ul className="divide-y divide-line">
          {anomalies.fast.map((each) => (
            <li key={each.attemptId} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
              <span className="grid">
                <PersonName person={each} />
                <span className="tabular text-sm text-muted">
                  {t('fastRow', {
                    words: number(each.wordCount),
                    time: duration(each.durationMs),
                    correct: number(each.correctCount),
                    questions: number(each.questionCount),
                  })}
                </span>
              </span>
              <ExcludeLink slug={slug} person={each} />
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-2">
        <h3 className="text-lg">{t('equalTitle', { count: number(anomalies.equalCount) })}</h3>
        <p className="text-sm text-muted">{t('equalText')}</p>
        {anomalies.equal.length === 0 && <p>{t('noneFound')}</p>}
        <ul className="divide-y divide-line">
          {anomalies.equal.map(({ mistakes, people }) => (
            <li key={people.map(({ loginName }) => loginName).join()} className="py-2.5">
              {t('equalRow', {
                mistakes: number(mistakes),
                people: people.map(({ fullName, loginName }) => `${fullName} (${loginName})`).join('; '),
              })}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function ExcludeLink({ slug, person }: { slug: string; person: ClosingPerson }) {
  const t = useT(closing)
  const address = `${paths.closingStep(slug, 'loai-tru')}&${new URLSearchParams({ nguoi: person.loginName })}`

  return (
    <Link to={address} className="link py-2" aria-label={t('excludeThis', { name: person.fullName })}>
      {t('step_exclusions')}
    </Link>
  )
}
