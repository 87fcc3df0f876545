import { Link } from '@remix-run/react'
import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react'
import { closing } from '#app/i18n/messages/closing.ts'
import { papers } from '#app/i18n/messages/papers.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { ClosingStep, StepState } from '../../core/closing/closing.ts'
import { isOfficialPhase, isSettledPhase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import type { ClosingStepName } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { Alert } from '../ui/alert.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { AnomaliesStep } from './anomalies-step.tsx'
import { CandidatesStep } from './candidates-step.tsx'
import { CloseStep } from './close-step.tsx'
import type { ClosingAnswer } from './closing-answer.ts'
import type { ClosingView } from './closing-view-data.ts'
import { ExclusionsStep } from './exclusions-step.tsx'
import { IdentitiesStep } from './identities-step.tsx'
import { MinutesStep } from './minutes-step.tsx'
import { FinalStep, OfficialStep } from './official-step.tsx'
import { BackLink } from '../organizer/back-link.tsx'

const STEP_NAMES = {
  close: 'chot-so-lieu',
  anomalies: 'dau-hieu',
  exclusions: 'loai-tru',
  candidates: 'xet-giai',
  identities: 'xac-minh',
  minutes: 'bien-ban',
  official: 'cong-bo',
  final: 'chung-cuoc',
} as const satisfies Record<ClosingStep, ClosingStepName>

const VIEWS = {
  close: CloseStep,
  anomalies: AnomaliesStep,
  exclusions: ExclusionsStep,
  candidates: CandidatesStep,
  identities: IdentitiesStep,
  minutes: MinutesStep,
  official: OfficialStep,
  final: FinalStep,
} as const

type ClosingPageProps = {
  view: ClosingView
  shown: ClosingStep
  isOpen: boolean
  answer: ClosingAnswer | null
  wasSaved: boolean
}

/** The way from the end of a round to its final result: all steps at the side, one of them open. */
export function ClosingPage({ view, shown, isOpen, answer, wasSaved }: ClosingPageProps) {
  const t = useT(closing)
  const tPapers = useT(papers)
  const tRegrade = useT(regrade)
  const { round, steps } = view
  const Step = VIEWS[shown]
  const state = steps.find(({ step }) => step === shown)
  const next = steps[steps.findIndex(({ step }) => step === shown) + 1]

  return (
    <div className="page grid gap-8">
      <div className="grid gap-3">
        <BackLink to={paths.organizerRound(round.slug)}>{t('backToRound')}</BackLink>
        <PageHeader
          title={
            <>
              {t('title')}
              <span className="mt-1 block text-lg text-brand-text sm:text-xl">{round.title}</span>
            </>
          }
          lead={t('lead')}
        >
          <PhaseBadge phase={round.phase} />
        </PageHeader>
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="grid gap-4">
          <StepList slug={round.slug} steps={steps} shown={shown} />
          {isSettledPhase(round.phase) && (
            <div className="grid">
              <Link to={paths.roundPapers(round.slug)} className="link px-3 py-2">
                {tPapers('toPapers')}
              </Link>
              <Link to={paths.regrade(round.slug)} className="link px-3 py-2">
                {tRegrade('toRegrade')}
              </Link>
            </div>
          )}
        </div>
        <div className="grid min-w-0 gap-5">
          {wasSaved && !answer && <Alert kind="good">{t('saved')}</Alert>}
          <Card className="grid min-w-0 gap-6">
            <h2 className="text-xl">{t(`step_${shown}`)}</h2>
            {state?.state === 'waiting' && shown !== 'final' && <p className="text-muted">{t('waiting')}</p>}
            {isOfficialPhase(round.phase) && !isOpen && shown !== 'official' && shown !== 'final' && (
              <p className="text-sm text-muted">{t('locked')}</p>
            )}
            {(state?.state !== 'waiting' || shown === 'final') && (
              <Step key={shown} view={view} answer={answer} isOpen={isOpen} />
            )}
          </Card>
          {state?.state === 'done' && next && (
            <Link
              to={paths.closingStep(round.slug, STEP_NAMES[next.step])}
              className="link justify-self-start py-2"
            >
              {t('continue')}: {t(`step_${next.step}`)}
            </Link>
          )}
        </div>
      </div>
    </div>
  )
}

const STATE_ICONS = { done: CircleCheck, current: CircleDot, waiting: CircleDashed } as const

function StepList({ slug, steps, shown }: { slug: string; steps: readonly StepState[]; shown: ClosingStep }) {
  const t = useT(closing)
  const { dateTime } = useFormatters()

  return (
    <nav aria-label={t('stepsTitle')}>
      <ol className="grid gap-1">
        {steps.map(({ step, state, doneAt }, index) => {
          const Icon = STATE_ICONS[state]

          return (
            <li key={step}>
              <Link
                to={paths.closingStep(slug, STEP_NAMES[step])}
                aria-current={step === shown ? 'step' : undefined}
                className={classNames(
                  'flex min-h-12 items-start gap-3 rounded-md border-l-4 px-3 py-2.5',
                  step === shown ? 'border-brand bg-brand-soft' : 'border-transparent hover:bg-sunken',
                )}
              >
                <Icon
                  aria-hidden="true"
                  className={classNames(
                    'mt-0.5 size-5 shrink-0',
                    state === 'done' ? 'text-good' : state === 'current' ? 'text-brand-text' : 'text-muted',
                  )}
                />
                <span className="grid">
                  <span className={state === 'waiting' ? 'text-muted' : 'font-semibold'}>
                    {index + 1}. {t(`step_${step}`)}
                  </span>
                  <span className="text-sm text-muted">
                    {doneAt ? t('doneAt', { time: dateTime(doneAt) }) : t(`state_${state}`)}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** The step an address names, or null. */
export function stepOfName(name: string | null): ClosingStep | null {
  const found = Object.entries(STEP_NAMES).find(([, each]) => each === name)

  return found ? (found[0] as ClosingStep) : null
}

export function nameOfStep(step: ClosingStep): ClosingStepName {
  return STEP_NAMES[step]
}
