import { Form, useNavigation } from '@remix-run/react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import type { RoundViewData } from './round-view-data.ts'

/** The way into a round, for whoever looks at it: continue, start with the real minutes, sign in, or nothing. */
export function RoundStart({ view: { round, role, attempts, attemptMs } }: { view: RoundViewData }) {
  const t = useT(contest)
  const { minutes, number } = useFormatters()
  const isPending = useNavigation().state !== 'idle'
  const running = attempts.find((attempt) => attempt.status === 'running')
  if (running) {
    return (
      <LinkButton to={paths.takePaper(running.id)} reloadDocument>
        {t('continueNow')}
      </LinkButton>
    )
  }
  if (round.phase !== 'open') return null
  if (role === 'organizer') return <p className="text-muted">{t('organizerNote')}</p>
  if (role === null) {
    return (
      <LinkButton to={`${paths.signIn}?${new URLSearchParams({ tiep: paths.round(round.slug) })}`}>
        {t('signInToStart')}
      </LinkButton>
    )
  }
  const left = round.attemptsAllowed === null ? null : round.attemptsAllowed - attempts.length
  if (left !== null && left <= 0) return <p className="font-semibold">{t('attempts_used_up')}</p>

  return (
    <>
      {/* The paper is a page of its own with its own scripts: it is loaded whole. */}
      <Form method="post" reloadDocument>
        <Button isPending={isPending} pendingLabel={t('starting')}>
          {t('startNow', { minutes: minutes(attemptMs) })}
        </Button>
      </Form>
      {left !== null && (
        <p className="tabular">
          {t('attemptsLeft', { left: number(left), allowed: number(round.attemptsAllowed ?? 0) })}
        </p>
      )}
    </>
  )
}
