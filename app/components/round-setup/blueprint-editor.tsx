import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cellKey } from '../../core/rounds/blueprint-cell.ts'
import type { Difficulty } from '../../core/rounds/blueprint.ts'
import { DIFFICULTIES, cellField, countOf } from '../../core/rounds/blueprint-form.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { FieldError, TextInput } from '../ui/field.tsx'
import { BlueprintSummary } from './blueprint-summary.tsx'
import type { SummaryCell } from './blueprint-summary.tsx'
import { useSetupField, useSetupForm } from '../organizer/setup-form-context.ts'
import type { OfferedBank, OfferedTopic } from './round-form-context.ts'

const ROW_CLASS =
  'grid gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_repeat(3,6.5rem)_3.5rem] sm:items-start'
const CELLS_CLASS = 'grid grid-cols-3 gap-2 sm:contents'

/** The blueprint as a table of topics and difficulties, with what the bank offers at every cell. */
export function BlueprintEditor({ bank, copy }: { bank: OfferedBank; copy: ReactNode }) {
  const t = useT(roundSetup)
  const { values } = useSetupForm()
  const { isTicked: acceptsFlagged } = useSetupField('acceptsFlaggedQuestions')
  const { error } = useSetupField('blueprint')
  const cells = bank.topics.flatMap((topic) =>
    DIFFICULTIES.map((difficulty) => ({
      topic: topic.code,
      topicTitle: topic.title,
      difficulty,
      count: countOf(values[cellField(topic.code, difficulty)] ?? '') ?? 0,
      available: topic.available[difficulty][acceptsFlagged ? 'all' : 'unflagged'],
    })),
  )

  return (
    <fieldset className="grid min-w-0 gap-4" aria-describedby="blueprint-hint">
      <legend className="font-semibold">{t('blueprint')}</legend>
      <p id="blueprint-hint" className="text-sm text-muted">
        {t('blueprintHint')}
      </p>
      {copy}
      {error && (
        <div id="blueprint" tabIndex={-1}>
          <FieldError>{error}</FieldError>
        </div>
      )}
      <div>
        <ColumnHeads />
        <ul>
          {bank.topics.map((topic) => (
            <TopicRow
              key={topic.code}
              topic={topic}
              cells={cells.filter((cell) => cell.topic === topic.code)}
            />
          ))}
          <TotalRow cells={cells} />
        </ul>
      </div>
      <BlueprintSummary cells={cells} />
    </fieldset>
  )
}

/** For the eye; every number carries its topic and difficulty for everybody else. Stays in sight on long tables. */
function ColumnHeads() {
  const t = useT(roundSetup)

  return (
    <div
      aria-hidden="true"
      className="sticky top-0 z-5 hidden border-b border-edge bg-surface py-2 text-sm text-muted sm:grid sm:grid-cols-[minmax(0,1fr)_repeat(3,6.5rem)_3.5rem] sm:gap-x-4"
    >
      <span>{t('topic')}</span>
      {DIFFICULTIES.map((difficulty) => (
        <span key={difficulty}>{t(`difficulty_${difficulty}`)}</span>
      ))}
      <span className="text-right">{t('total')}</span>
    </div>
  )
}

function TopicRow({ topic, cells }: { topic: OfferedTopic; cells: readonly SummaryCell[] }) {
  return (
    <li className={ROW_CLASS}>
      <span className="sm:pt-2.5">{topic.title}</span>
      <div className={CELLS_CLASS}>
        {cells.map((cell) => (
          <CellInput key={cellKey(cell)} cell={cell} />
        ))}
      </div>
      <RowTotal count={cells.reduce((sum, { count }) => sum + count, 0)} />
    </li>
  )
}

function CellInput({ cell }: { cell: SummaryCell }) {
  const t = useT(roundSetup)
  const { number } = useFormatters()
  const name = cellField(cell.topic, cell.difficulty)
  const { value, error, set } = useSetupField(name)
  const missing = Math.max(0, cell.count - cell.available)
  const isShort = missing > 0
  const noteId = `${name}-note`

  return (
    <div className="grid content-start gap-1">
      <label htmlFor={name} className="text-xs text-muted sm:sr-only">
        <span className="sr-only">
          {t('cellLabel', { topic: cell.topicTitle, difficulty: t(`difficulty_${cell.difficulty}`) })}
        </span>
        <span aria-hidden="true">{t(`difficulty_${cell.difficulty}`)}</span>
      </label>
      <TextInput
        id={name}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={(event) => set(event.target.value)}
        aria-invalid={isShort || error ? true : undefined}
        aria-describedby={noteId}
        className="tabular px-2.5!"
      />
      <p
        id={noteId}
        className={classNames(
          'flex gap-1 text-xs',
          isShort || error ? 'font-semibold text-bad' : 'text-muted',
        )}
      >
        {(isShort || error) && <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />}
        {error ??
          (isShort
            ? t('shortage', { available: number(cell.available), missing: number(missing) })
            : t('available', { count: number(cell.available) }))}
      </p>
    </div>
  )
}

function TotalRow({ cells }: { cells: readonly SummaryCell[] }) {
  const t = useT(roundSetup)
  const { number } = useFormatters()
  const sumOf = (difficulty: Difficulty) =>
    cells.reduce((sum, cell) => sum + (cell.difficulty === difficulty ? cell.count : 0), 0)

  return (
    <li className={classNames(ROW_CLASS, 'font-semibold *:sm:pt-0!')}>
      <span>{t('total')}</span>
      <div className={CELLS_CLASS}>
        {DIFFICULTIES.map((difficulty) => (
          <span key={difficulty} className="tabular sm:px-2.5">
            <span className="text-xs font-normal text-muted sm:sr-only">
              {t(`difficulty_${difficulty}`)}{' '}
            </span>
            {number(sumOf(difficulty))}
          </span>
        ))}
      </div>
      <RowTotal count={cells.reduce((sum, { count }) => sum + count, 0)} />
    </li>
  )
}

function RowTotal({ count }: { count: number }) {
  const t = useT(roundSetup)
  const { number } = useFormatters()

  return (
    <span className="tabular sm:pt-2.5 sm:text-right">
      <span className="text-xs text-muted sm:sr-only">{t('total')} </span>
      {number(count)}
    </span>
  )
}
