import { Form, Link, useNavigation } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { wholeMinutesOrSeconds } from '../../core/attempts/clock-face.ts'
import type { StartOffer } from '../../core/rounds/start-offer.ts'
import { paths, withReturnAddress } from '../../http/paths.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import type { RoundViewData } from './round-view-data.ts'
import { useRemainingMs } from './use-remaining-ms.ts'

/** The way into a round for whoever looks at it, or why there is none. */
export function RoundStart({ view: { round, offer, isSignedIn } }: { view: RoundViewData }) {
  const t = useT(contest)
  const { dateTime, number } = useFormatters()
  switch (offer.kind) {
    case 'continue':
      return (
        <>
          <p>{t('continueText')}</p>
          <LinkButton to={paths.takePaper(offer.attemptId)} reloadDocument className="justify-self-start">
            {t('continueNow')}
          </LinkButton>
        </>
      )
    case 'not_open_yet':
      return (
        <>
          <p>{t('notOpenYet', { time: dateTime(round.opensAt) })}</p>
          {!isSignedIn && <SignInLinks slug={round.slug} />}
        </>
      )
    case 'over':
      return <p className="font-semibold">{t('over', { time: dateTime(round.closesAt) })}</p>
    case 'sign_in':
      return (
        <>
          <p>{t('signInText')}</p>
          <SignInLinks slug={round.slug} />
        </>
      )
    case 'staff':
      return <p className="text-muted">{t('organizerNote')}</p>
    case 'used_up':
      return (
        <p className="font-semibold">{t('usedUpText', { allowed: number(round.attemptsAllowed ?? 0) })}</p>
      )
    case 'busy_elsewhere':
      return (
        <p>
          {t('busyElsewhere', { title: offer.roundTitle })}{' '}
          <Link to={paths.takePaper(offer.attemptId)} reloadDocument className="link">
            {t('goToRunning')}
          </Link>
        </p>
      )
    case 'start':
      return <StartForm offer={offer} attemptsAllowed={round.attemptsAllowed} />
    default:
      return offer satisfies never
  }
}

function SignInLinks({ slug }: { slug: string }) {
  const t = useT(contest)

  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton to={withReturnAddress(paths.signIn, paths.round(slug))}>{t('signInToStart')}</LinkButton>
      <LinkButton to={withReturnAddress(paths.register, paths.round(slug))} look="secondary">
        {t('registerToStart')}
      </LinkButton>
    </div>
  )
}

type StartFormProps = { offer: StartOffer & { kind: 'start' }; attemptsAllowed: number | null }

function StartForm({ offer, attemptsAllowed }: StartFormProps) {
  const t = useT(contest)
  const { minutes, number } = useFormatters()
  const isPending = useNavigation().state === 'submitting'

  return (
    <>
      {/* The paper is a page of its own with its own scripts: it is loaded whole. */}
      <Form method="post" reloadDocument>
        <Button isPending={isPending} pendingLabel={t('starting')}>
          {offer.isCutShort ? (
            <CutShortLabel attemptMs={offer.attemptMs} />
          ) : (
            t('startNow', { time: minutes(offer.attemptMs) })
          )}
        </Button>
      </Form>
      {offer.isCutShort && <p className="text-sm text-warn">{t('cutShort')}</p>}
      <p className="tabular">
        {offer.attemptsLeft === null
          ? t('attemptsUnlimited')
          : t('attemptsLeft', { left: number(offer.attemptsLeft), allowed: number(attemptsAllowed ?? 0) })}
      </p>
    </>
  )
}

/** The end of the round comes nearer while the page is open, so the time on the button shrinks. */
function CutShortLabel({ attemptMs }: { attemptMs: number }) {
  const t = useT(contest)
  const { number } = useFormatters()
  const { unit, count } = wholeMinutesOrSeconds(useRemainingMs(attemptMs))

  return t(unit === 'minutes' ? 'startShortMinutes' : 'startShortSeconds', { count: number(count) })
}
