import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Emblem } from '../emblem.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

const STEPS = ['noContestStep1', 'noContestStep2', 'noContestStep3', 'noContestStep4'] as const

/** The home page of an empty installation: says so to the public, and to organizers what to do. */
export function NoContest() {
  const t = useT(contest)

  return (
    <div className="page grid max-w-3xl justify-items-center gap-8">
      <Emblem className="size-28 text-gold" />
      <div className="grid gap-3 text-center">
        <h1 className="text-2xl sm:text-3xl">{t('noContestTitle')}</h1>
        <p className="text-lg text-muted">{t('noContestText')}</p>
      </div>
      <Card className="grid w-full gap-4">
        <h2 className="text-xl">{t('noContestSteps')}</h2>
        <ol className="grid list-decimal gap-2 pl-6 marker:font-semibold marker:text-gold-text">
          {STEPS.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
        <LinkButton to={paths.signIn} className="justify-self-start">
          {t('noContestSignIn')}
        </LinkButton>
      </Card>
    </div>
  )
}
