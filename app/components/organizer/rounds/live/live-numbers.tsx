import { live } from '#app/i18n/messages/live.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Stat } from '../../../ui/stat.tsx'

type PeopleNowProps = {
  counts: {
    running: number
    finished: number
    submitted: number
    people: number
    registered: number
    waiting: number
  }
}

const GRID = 'grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-3 lg:grid-cols-6'

/** Who is at work, who is done, who has not come yet. */
export function PeopleNow({ counts }: PeopleNowProps) {
  const t = useT(live)
  const { number } = useFormatters()

  return (
    <section aria-labelledby="people-now" className="grid gap-4">
      <h2 id="people-now" className="text-lg">
        {t('nowTitle')}
      </h2>
      <dl className="grid grid-cols-2 gap-x-5 gap-y-4 lg:grid-cols-4">
        <Stat label={t('running')} value={number(counts.running)} />
        <Stat
          label={t('finished')}
          value={number(counts.finished)}
          note={t('finishedNote', {
            submitted: number(counts.submitted),
            expired: number(counts.finished - counts.submitted),
          })}
        />
        <Stat label={t('people')} value={number(counts.people)} />
        <Stat
          label={t('waiting')}
          value={number(counts.waiting)}
          note={t('waitingNote', { registered: number(counts.registered) })}
        />
      </dl>
      <p className="text-sm text-muted">{t('waitingMeaning')}</p>
    </section>
  )
}

type ServerNowProps = {
  activity: {
    processes: number
    savesPerS: number
    answersInLastMinute: number
    requestsPerS: number
    serverErrorsInLastHour: number
    saveFailuresInLastHour: number
  }
}

/** What all server processes did together. */
export function ServerNow({ activity }: ServerNowProps) {
  const t = useT(live)
  const { number } = useFormatters()
  const perS = (value: number) => number(Math.round(value * 10) / 10)

  return (
    <section aria-labelledby="server-now" className="grid gap-4 border-t border-line pt-6">
      <h2 id="server-now" className="text-lg">
        {t('serverTitle')}
      </h2>
      <dl className={GRID}>
        <Stat label={t('savesPerS')} value={perS(activity.savesPerS)} note={t('savesNote')} />
        <Stat label={t('answers')} value={number(activity.answersInLastMinute)} />
        <Stat label={t('requestsPerS')} value={perS(activity.requestsPerS)} note={t('savesNote')} />
        <Stat
          label={t('saveFailures')}
          value={<Failures count={activity.saveFailuresInLastHour} />}
          note={t('lastHour')}
        />
        <Stat
          label={t('serverErrors')}
          value={<Failures count={activity.serverErrorsInLastHour} />}
          note={t('lastHour')}
        />
        <Stat label={t('processes')} value={number(activity.processes)} note={t('processesNote')} />
      </dl>
    </section>
  )
}

/** The number says it; the colour only helps to find it. */
function Failures({ count }: { count: number }) {
  const { number } = useFormatters()

  return <span className={count > 0 ? 'text-bad' : undefined}>{number(count)}</span>
}
