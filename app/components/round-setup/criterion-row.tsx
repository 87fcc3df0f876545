import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Criterion, CriterionName } from '../../core/ranking/ranking-policy.ts'
import { criterionField } from '../../core/rounds/round-form-steps.ts'
import type { RoundFormStep } from '../../core/rounds/round-form-steps.ts'
import { CONTROL_CLASS } from '../ui/field.tsx'
import { RANKING_SECTION, StepButton } from './step-button.tsx'

const PRECISIONS_MS = [1, 10, 100, 1_000] as const
const DIRECTIONS = ['lower', 'higher'] as const
const OVER_GUESSES = ['same', 'after_under', 'disqualified'] as const

type CriterionRowProps = {
  criterion: Criterion
  place: number
  total: number
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onChange: (criterion: Criterion) => void
}

/** The button that moves a criterion, so that it can take the focus again after the move. */
export function moveButtonId(by: CriterionName, direction: -1 | 1): string {
  return `${by}-${direction === 1 ? 'down' : 'up'}`
}

/** One criterion: its place, its settings, and the buttons that move or remove it. */
export function CriterionRow({ criterion, place, total, onMove, onRemove, onChange }: CriterionRowProps) {
  const t = useT(roundSetup)
  const name = t(`criterion_${criterion.by}`)

  return (
    <li className="grid gap-2 rounded-md border border-line bg-surface py-1.5 pr-1.5 pl-4">
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="tabular font-semibold text-gold-text">{place}.</span>
        <span className="min-w-0 flex-1 basis-44">{name}</span>
        <span className="ml-auto flex gap-3">
          <IconButton
            id={moveButtonId(criterion.by, -1)}
            step={{ kind: 'move_up', criterion: criterion.by }}
            label={t('moveUp', { criterion: name })}
            icon={ArrowUp}
            isDisabled={place === 1}
            onPress={() => onMove(-1)}
          />
          <IconButton
            id={moveButtonId(criterion.by, 1)}
            step={{ kind: 'move_down', criterion: criterion.by }}
            label={t('moveDown', { criterion: name })}
            icon={ArrowDown}
            isDisabled={place === total}
            onPress={() => onMove(1)}
          />
          <IconButton
            step={{ kind: 'remove', criterion: criterion.by }}
            label={t('removeCriterion', { criterion: name })}
            icon={X}
            isDisabled={total === 1}
            onPress={onRemove}
          />
        </span>
      </div>
      <CriterionSettings criterion={criterion} onChange={onChange} />
    </li>
  )
}

function CriterionSettings({ criterion, onChange }: Pick<CriterionRowProps, 'criterion' | 'onChange'>) {
  const t = useT(roundSetup)
  const name = t(`criterion_${criterion.by}`)
  const select = (
    setting: string,
    label: string,
    value: string,
    choose: (value: string) => void,
    options: ReactNode,
  ) => (
    <select
      name={criterionField(criterion.by, setting)}
      aria-label={`${name}: ${label}`}
      value={value}
      onChange={(event) => choose(event.target.value)}
      className={`${CONTROL_CLASS} text-sm! sm:w-auto!`}
    >
      {options}
    </select>
  )
  const precision = 'precisionMs' in criterion && (
    <Setting key="precision">
      {select(
        'precisionMs',
        t('precision'),
        String(criterion.precisionMs),
        (value) =>
          onChange({
            ...criterion,
            precisionMs: PRECISIONS_MS.find((ms) => String(ms) === value) ?? 1,
          }),
        PRECISIONS_MS.map((ms) => (
          <option key={ms} value={ms}>
            {t(`precision_${ms}`)}
          </option>
        )),
      )}
    </Setting>
  )
  const hasDirection =
    criterion.by === 'ended_at' ||
    criterion.by === 'started_at' ||
    criterion.by === 'attempts_used' ||
    criterion.by === 'full_score_attempts'
  const direction = hasDirection && (
    <Setting key="direction">
      {select(
        'direction',
        t('direction'),
        criterion.direction,
        (value) =>
          onChange({
            ...criterion,
            direction: DIRECTIONS.find((candidate) => candidate === value) ?? 'lower',
          }),
        DIRECTIONS.map((candidate) => (
          <option key={candidate} value={candidate}>
            {t(`direction_${criterion.by}_${candidate}`)}
          </option>
        )),
      )}
    </Setting>
  )
  const overGuess = criterion.by === 'prediction_distance' && (
    <Setting key="over-guess">
      {select(
        'overGuess',
        t('overGuess'),
        criterion.overGuess,
        (value) =>
          onChange({
            ...criterion,
            overGuess: OVER_GUESSES.find((candidate) => candidate === value) ?? 'same',
          }),
        OVER_GUESSES.map((candidate) => (
          <option key={candidate} value={candidate}>
            {t(`overGuess_${candidate}`)}
          </option>
        )),
      )}
    </Setting>
  )
  const settings = [direction, precision, overGuess].filter(Boolean)
  if (settings.length === 0) return null

  return <div className="flex flex-wrap gap-2 pb-1.5 pl-7">{settings}</div>
}

function Setting({ children }: { children: ReactNode }) {
  return <div className="min-w-0">{children}</div>
}

type IconButtonProps = {
  id?: string
  step: RoundFormStep
  label: string
  icon: typeof ArrowUp
  isDisabled: boolean
  onPress: () => void
}

function IconButton({ label, icon: Icon, ...button }: IconButtonProps) {
  return (
    <StepButton
      {...button}
      section={RANKING_SECTION}
      look="quiet"
      aria-label={label}
      className="size-11 p-0!"
    >
      <Icon aria-hidden="true" className="size-5" />
    </StepButton>
  )
}
