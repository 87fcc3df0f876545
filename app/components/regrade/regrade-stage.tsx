import { Form, Link } from '@remix-run/react'
import { CircleCheck, CircleDashed, CircleDot, RefreshCw } from 'lucide-react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import { useAutoRefresh } from '../organizer/use-auto-refresh.ts'
import { Alert } from '../ui/alert.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PreviewFigures } from './preview-figures.tsx'
import type { OpenRegrade, RegradeRound } from './regrade-data.ts'

/** Somebody waits for it in front of the screen, and it is over within seconds. */
const REFRESH_EVERY_MS = 1_500

type RegradeStageProps = { round: RegradeRound; open: OpenRegrade; canManage: boolean }

/** How far the open set is: what it would do, or that this is being computed, or that it is being done. */
export function RegradeStage({ round, open, canManage }: RegradeStageProps) {
  const t = useT(regrade)
  switch (open.stage) {
    case 'waiting':
      return (
        <Card aria-labelledby="preview" className="grid gap-3">
          <h2 id="preview" className="text-xl">
            {t('previewTitle')}
          </h2>
          <p className="text-muted">{t('waiting')}</p>
        </Card>
      )
    case 'computing':
    case 'applying':
    case 'rebuilding':
      return <Work slug={round.slug} stage={open.stage} progress={open.progress} />
    case 'previewed':
    case 'outdated':
      return (
        <Card aria-labelledby="preview" className="grid gap-6">
          <h2 id="preview" className="text-xl">
            {t('previewTitle')}
          </h2>
          {open.stage === 'outdated' && <Outdated canManage={canManage} />}
          {open.preview && (
            <PreviewFigures preview={open.preview} predictionKind={round.predictionKind} headingLevel="h3" />
          )}
        </Card>
      )
    default:
      return open.stage satisfies never
  }
}

function Outdated({ canManage }: { canManage: boolean }) {
  const t = useT(regrade)
  const isPending = useIsSending('renew')

  return (
    <div className="grid gap-4">
      <Alert kind="warn">{t('outdated')}</Alert>
      {canManage && (
        <Form method="post">
          <Button name="intent" value="renew" isPending={isPending} pendingLabel={t('working')}>
            <RefreshCw aria-hidden="true" className="size-5" />
            {t('renewButton')}
          </Button>
        </Form>
      )}
    </div>
  )
}

type WorkProps = {
  slug: string
  stage: 'computing' | 'applying' | 'rebuilding'
  progress: OpenRegrade['progress']
}

/** Background work under way. The page follows it by itself; without scripts the link does. */
function Work({ slug, stage, progress }: WorkProps) {
  const t = useT(regrade)
  const refresh = useAutoRefresh(REFRESH_EVERY_MS)

  return (
    <Card aria-labelledby="work" className="grid gap-4">
      <h2 id="work" className="text-xl">
        {t(stage === 'computing' ? 'previewTitle' : 'confirmTitle')}
      </h2>
      {stage === 'computing' ? <MarkedPapers progress={progress} /> : <ApplyingSteps stage={stage} />}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-sm text-muted">
          {t('computingHint')}
          <span role="status">
            {refresh === 'offline' && ` ${t('refreshOffline')}`}
            {refresh === 'paused' && ` ${t('refreshPaused')}`}
          </span>
        </p>
        <Link to={paths.regrade(slug)} replace preventScrollReset className={buttonClass('secondary')}>
          <RefreshCw aria-hidden="true" className="size-5" />
          {t('refresh')}
        </Link>
      </div>
    </Card>
  )
}

function MarkedPapers({ progress: { done, total } }: { progress: OpenRegrade['progress'] }) {
  const t = useT(regrade)
  const { number } = useFormatters()

  return (
    <div className="grid gap-2">
      <p id="progress-text" className="tabular">
        {total > 0 ? t('computing', { done: number(done), total: number(total) }) : t('computingStart')}
      </p>
      <progress
        aria-labelledby="progress-text"
        value={done}
        max={Math.max(1, total)}
        className="h-3 w-full accent-brand"
      />
    </div>
  )
}

const APPLYING_STEPS = ['applying', 'rebuilding'] as const
const STEP_ICONS = { done: CircleCheck, current: CircleDot, next: CircleDashed } as const

/** Neither step is counted: each is one statement or one rebuilding, and takes seconds. */
function ApplyingSteps({ stage }: { stage: (typeof APPLYING_STEPS)[number] }) {
  const t = useT(regrade)
  const current = APPLYING_STEPS.indexOf(stage)

  return (
    <ol className="grid gap-2">
      {APPLYING_STEPS.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'next'
        const Icon = STEP_ICONS[state]

        return (
          <li key={step} className="flex items-center gap-3">
            <Icon
              aria-hidden="true"
              className={classNames('size-5 shrink-0', state === 'done' ? 'text-good' : 'text-brand-text')}
            />
            <span className={state === 'current' ? 'font-semibold' : 'text-muted'}>
              {t(`step_${step}`)} <span className="text-sm">({t(`step_${state}`)})</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
