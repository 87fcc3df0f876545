import { useEffect, useRef } from 'react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { BackLink } from '../organizer/back-link.tsx'
import { useCan } from '../organizer/console-capabilities.ts'
import { DoneNote } from '../organizer/done-note.tsx'
import { answerTo } from '../organizer/form-answer.ts'
import type { FormAnswer } from '../organizer/form-answer.ts'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { CorrectionCard } from './correction-card.tsx'
import { OpenSet } from './open-set.tsx'
import { PastRegrades } from './past-regrades.tsx'
import { QuestionFinder } from './question-finder.tsx'
import type {
  FoundQuestions,
  OpenRegrade,
  PastRegrade,
  QuestionToCorrect,
  RegradeRound,
} from './regrade-data.ts'
import { RegradeStage } from './regrade-stage.tsx'
import { useRegradeErrors } from './use-regrade-errors.ts'

type RegradePageProps = {
  view: {
    desk: { round: RegradeRound; open: OpenRegrade | null; past: PastRegrade[] }
    /** The question whose key is looked at; null for none. */
    question: QuestionToCorrect | null
    search: string
    found: FoundQuestions | null
    done: 'corrected' | 'removed' | 'renewed' | 'cancelled' | 'confirmed' | null
  }
  answer: FormAnswer | undefined
}

/** Corrections of a round's keys: prepared, previewed, confirmed or cancelled as one set; and those that were. */
export function RegradePage({ view: { desk, question, search, found, done }, answer }: RegradePageProps) {
  const t = useT(regrade)
  const { round, open, past } = desk
  const canManage = useCan('results.manage')
  const errorOf = useRegradeErrors(answer ?? null)
  const hasPapers = round.kind === 'ranked' && round.phase !== 'draft' && round.phase !== 'scheduled'
  // Once it is confirmed nothing can be added until it is done.
  const canPrepare = canManage && hasPapers && open?.stage !== 'applying' && open?.stage !== 'rebuilding'
  const history = <PastRegrades past={past} predictionKind={round.predictionKind} />

  return (
    <div className="page grid gap-7">
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
      {done && !answer && <DoneNote>{t(`done_${done}`)}</DoneNote>}
      {errorOf('form') && <Alert kind="bad">{errorOf('form')}</Alert>}
      <PhaseNote round={round} />
      {!canManage && hasPapers && <Alert kind="info">{t('readOnly')}</Alert>}
      <StageNews stage={open?.stage ?? null} />
      {question && (
        <CorrectionCard
          key={question.versionId}
          roundSlug={round.slug}
          question={question}
          canPrepare={canPrepare}
          answer={answerTo('correct', answer)}
        />
      )}
      {open && (
        <>
          <OpenSet roundSlug={round.slug} open={open} canPrepare={canPrepare} />
          <RegradeStage round={round} open={open} canManage={canManage} />
          {open.stage === 'previewed' && canManage && (
            <ConfirmForm round={round} open={open} answer={answerTo('confirm', answer)} />
          )}
        </>
      )}
      {/* What was done comes before what may be begun. */}
      {!open && past.length > 0 && history}
      {found && canPrepare && (
        <QuestionFinder
          roundSlug={round.slug}
          search={search}
          found={found}
          prepared={open?.corrections.map(({ versionId }) => versionId) ?? null}
        />
      )}
      {hasPapers && (open || past.length === 0) && history}
    </div>
  )
}

/** Why nothing can be prepared, or why the preview waits; nothing in the states where everything can be done. */
function PhaseNote({ round }: { round: RegradeRound }) {
  const t = useT(regrade)
  const { dateTime } = useFormatters()
  if (round.kind === 'practice') return <Alert kind="info">{t('practice')}</Alert>
  switch (round.phase) {
    case 'draft':
    case 'scheduled':
    case 'open':
    case 'closed':
      return <Alert kind="info">{t(`phase_${round.phase}`, { closesAt: dateTime(round.closesAt) })}</Alert>
    case 'provisional':
    case 'official':
    case 'corrected':
    case 'final':
      return null
    default:
      return round.phase satisfies never
  }
}

/** Tells who can't see it that the background work has come to its end; says nothing when the page opens. */
function StageNews({ stage }: { stage: OpenRegrade['stage'] | null }) {
  const t = useT(regrade)
  const place = useRef<HTMLParagraphElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    const was = before.current
    before.current = stage
    if (!place.current || was === stage) return
    const isReady = was === 'computing' && stage === 'previewed'
    const isDone = (was === 'applying' || was === 'rebuilding') && stage === null
    place.current.textContent = isReady ? t('announceReady') : isDone ? t('announceDone') : ''
  }, [stage, t])

  return <p ref={place} role="status" className="sr-only" />
}
