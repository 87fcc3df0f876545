import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../../class-names.ts'

export type BlueprintTopic = { title: string; counts: Record<1 | 2 | 3, number> }

const DIFFICULTIES = [1, 2, 3] as const

/** How many questions of each topic and difficulty a paper draws: a table, stacked on phones. */
export function BlueprintList({ topics }: { topics: readonly BlueprintTopic[] }) {
  const t = useT(organizer)
  const sum: BlueprintTopic = {
    title: t('total'),
    counts: { 1: totalOf(topics, 1), 2: totalOf(topics, 2), 3: totalOf(topics, 3) },
  }

  return (
    <div>
      <ColumnHeads />
      <ul className="border-t border-line">
        {topics.map((topic) => (
          <BlueprintRow key={topic.title} topic={topic} />
        ))}
        <BlueprintRow topic={sum} isTotal />
      </ul>
    </div>
  )
}

const ROW_CLASS = 'grid gap-x-6 sm:grid-cols-[minmax(0,1fr)_26rem] sm:items-center'
const CELLS_CLASS = 'grid grid-cols-2 gap-x-8 gap-y-1 sm:grid-cols-4 sm:gap-x-3 sm:text-right'

/** For the eye, on wide screens; every number carries its label for everybody else. */
function ColumnHeads() {
  const t = useT(organizer)

  return (
    <div
      aria-hidden="true"
      className={'hidden pb-2 text-sm text-muted sm:grid sm:grid-cols-[minmax(0,1fr)_26rem] sm:gap-x-6'}
    >
      <span>{t('topic')}</span>
      <div className={CELLS_CLASS}>
        {DIFFICULTIES.map((difficulty) => (
          <span key={difficulty}>{t(`difficulty_${difficulty}`)}</span>
        ))}
        <span>{t('total')}</span>
      </div>
    </div>
  )
}

function BlueprintRow({ topic, isTotal = false }: { topic: BlueprintTopic; isTotal?: boolean }) {
  const t = useT(organizer)
  const { number } = useFormatters()
  const total = DIFFICULTIES.reduce((sum, difficulty) => sum + topic.counts[difficulty], 0)

  return (
    <li className={classNames(ROW_CLASS, 'gap-y-2 border-b border-line py-3', isTotal && 'font-semibold')}>
      <span>{topic.title}</span>
      <dl className={CELLS_CLASS}>
        {DIFFICULTIES.map((difficulty) => (
          <Cell
            key={difficulty}
            label={t(`difficulty_${difficulty}`)}
            value={number(topic.counts[difficulty])}
          />
        ))}
        <Cell label={t('total')} value={number(total)} />
      </dl>
    </li>
  )
}

function Cell({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-baseline justify-between gap-2 sm:block">
      <dt className="text-sm font-normal text-muted sm:sr-only">{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  )
}

function totalOf(topics: readonly BlueprintTopic[], difficulty: 1 | 2 | 3): number {
  return topics.reduce((sum, topic) => sum + topic.counts[difficulty], 0)
}
