import { Check, Eye } from 'lucide-react'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatCitations } from '../../core/questions/citation.ts'
import { FEWEST_PAPERS_FOR_FLAGS } from '../../core/analysis/item-flags.ts'
import type { ItemFlag } from '../../core/analysis/item-flags.ts'
import { SMALLEST_GROUP, isTooSmall } from '../../core/ranking/small-numbers.ts'
import { ShareBar } from '../board/share-bar.tsx'
import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { Stat } from '../ui/stat.tsx'

type Counts = { shown: number; right: number; unanswered: number; chosen: number[] }

export type AnalysedQuestion = {
  code: string
  stem: string
  options: { text: string; isKey: boolean }[]
  citations: string[]
  item: { overall: Counts; upper: Counts; lower: Counts }
  facility: number | null
  discrimination: number | null
  correlation: number | null
  unansweredShare: number | null
  isProtected: boolean
  isJudged: boolean
  flags: ItemFlag[]
}

/** One question version: what speaks against it, its numbers, and who chose which option. */
export function QuestionAnalysis({ question, law }: { question: AnalysedQuestion; law: string }) {
  const t = useT(analysis)

  return (
    <div className="grid gap-7">
      <Card className="grid gap-3">
        <p className="text-lg">{question.stem}</p>
        <p className="text-sm text-muted">
          {t('source')} <span lang="vi">{formatCitations(question.citations, law)}</span>
        </p>
      </Card>
      <Findings question={question} />
      {!question.isProtected && (
        <>
          <Numbers question={question} />
          <OptionBars question={question} />
        </>
      )}
    </div>
  )
}

function Findings({ question }: { question: AnalysedQuestion }) {
  const t = useT(analysis)
  if (question.isProtected) return <Alert kind="info">{t('tooFewPeople', { least: SMALLEST_GROUP })}</Alert>
  if (!question.isJudged)
    return <Alert kind="info">{t('notJudged', { least: FEWEST_PAPERS_FOR_FLAGS })}</Alert>
  if (question.flags.length === 0) return <Alert kind="good">{t('noFlags')}</Alert>

  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('flagsTitle')}</h2>
        <p className="text-sm text-muted">{t('flagsHint')}</p>
      </div>
      <dl className="grid gap-4">
        {question.flags.map((flag) => (
          <div key={flag} className="grid gap-1.5">
            <dt>
              <Badge tone="warn" icon={Eye}>
                {t(`flag_${flag}`)}
              </Badge>
            </dt>
            <dd>{t(`why_${flag}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Numbers({ question }: { question: AnalysedQuestion }) {
  const t = useT(analysis)
  const { number, percent, index } = useFormatters()
  const { facility, discrimination, correlation, unansweredShare, item } = question

  return (
    <Card className="grid gap-5">
      <h2 className="text-xl">{t('numbersTitle')}</h2>
      <dl className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-5">
        <Stat label={t('shown')} value={number(item.overall.shown)} />
        <Stat
          label={t('facility')}
          value={facility === null ? '–' : percent(facility)}
          note={`${number(item.overall.right)}/${number(item.overall.shown)}`}
        />
        <Stat label={t('discrimination')} value={discrimination === null ? '–' : index(discrimination)} />
        <Stat label={t('correlation')} value={correlation === null ? '–' : index(correlation)} />
        <Stat
          label={t('unanswered')}
          value={unansweredShare === null ? '–' : percent(unansweredShare)}
          note={`${number(item.overall.unanswered)}/${number(item.overall.shown)}`}
        />
      </dl>
    </Card>
  )
}

function OptionBars({ question }: { question: AnalysedQuestion }) {
  const t = useT(analysis)
  const { overall, upper, lower } = question.item
  const showsGroups = !isTooSmall(upper.shown) && !isTooSmall(lower.shown)
  const groups = [
    { label: t('everybody'), counts: overall },
    ...(showsGroups
      ? [
          { label: t('upperGroup'), counts: upper },
          { label: t('lowerGroup'), counts: lower },
        ]
      : []),
  ]
  const barsOf = (countOf: (counts: Counts) => number): Bar[] =>
    groups.map(({ label, counts }) => ({ label, count: countOf(counts), all: counts.shown }))

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('optionsTitle')}</h2>
        {question.options.filter(({ isKey }) => isKey).length > 1 && (
          <p className="text-sm text-muted">{t('optionsMultiple')}</p>
        )}
        {!showsGroups && <p className="text-sm text-muted">{t('groupsHidden', { least: SMALLEST_GROUP })}</p>}
      </div>
      <ol className="grid gap-5">
        {question.options.map(({ text, isKey }, place) => (
          <li key={text} className="grid gap-3 border-t border-line pt-4">
            <p className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
              <span className="font-semibold">
                <span className="sr-only">{t('optionLetter', { letter: letterOf(place) })}</span>
                <span aria-hidden="true">{letterOf(place)}.</span>
              </span>
              <span className="min-w-0 flex-1 basis-52">{text}</span>
              {isKey && (
                <Badge tone="good" icon={Check}>
                  {t('key')}
                </Badge>
              )}
            </p>
            <Bars bars={barsOf(({ chosen }) => chosen[place] ?? 0)} />
          </li>
        ))}
        <li className="grid gap-3 border-t border-line pt-4">
          <p className="font-semibold text-muted">{t('leftOpen')}</p>
          <Bars bars={barsOf(({ unanswered }) => unanswered)} />
        </li>
      </ol>
    </Card>
  )
}

type Bar = { label: string; count: number; all: number }

/** One bar a group, each with its name and numbers: nothing is told by colour or length alone. */
function Bars({ bars }: { bars: readonly Bar[] }) {
  const t = useT(analysis)
  const { number, percent } = useFormatters()

  return (
    <dl className="grid gap-x-6 gap-y-2.5 md:grid-cols-3">
      {bars.map(({ label, count, all }) => (
        <div key={label} className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-sm">
          <dt className="text-muted">{label}</dt>
          <dd className="tabular font-semibold">
            {t('shareOf', {
              share: percent(all === 0 ? 0 : count / all),
              count: number(count),
              all: number(all),
            })}
          </dd>
          <dd aria-hidden="true" className="col-span-2">
            <ShareBar share={all === 0 ? 0 : count / all} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A, B, C …, as printed papers name options; by their order in the bank, not on anybody's paper. */
function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place)
}
