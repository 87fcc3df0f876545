import { useEffect, useRef, useState } from 'react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { CRITERION_NAMES } from '../../core/ranking/ranking-policy.ts'
import type { Criterion, CriterionName, RankingPolicy } from '../../core/ranking/ranking-policy.ts'
import {
  STEP_FIELDS,
  USUAL_POLICY,
  criteriaAfter,
  policyDraftOf,
  policyField,
} from '../../core/rounds/round-form-steps.ts'
import type { RoundFormStep } from '../../core/rounds/round-form-steps.ts'
import { useRoundPolicy } from '../board/policy-sentences.ts'
import { Field, FieldError, Select } from '../ui/field.tsx'
import { CriterionRow, moveButtonId } from './criterion-row.tsx'
import { RANKING_SECTION, StepButton } from './step-button.tsx'

const COUNTS = ['best', 'first', 'last', 'average'] as const
const SOURCES = ['counted', 'last_given', 'first_given'] as const

type PolicyEditorProps = {
  name: string
  /** The policy as JSON, as the form sends it. */
  value: string
  asksPrediction: boolean
  error: string | null
  onChange: (json: string) => void
}

/**
 * Which attempt counts and by what it is compared: changed with buttons, by mouse, touch and keyboard alike. Without
 * scripts the buttons send the form, and the server makes the same change (core/rounds/round-form-steps).
 */
export function PolicyEditor({ name, value, asksPrediction, error, onChange }: PolicyEditorProps) {
  const t = useT(roundSetup)
  const policy = policyDraftOf(value) ?? USUAL_POLICY
  const change = (next: Partial<RankingPolicy>): void => onChange(JSON.stringify({ ...policy, ...next }))
  const sentences = useRoundPolicy(policy, asksPrediction)

  return (
    <div id={name} tabIndex={-1} className="grid gap-5">
      <input type="hidden" name={name} value={value} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field id={`${name}-counts`} label={t('counts')}>
          {(control) => (
            <Select
              {...control}
              name={policyField('counts')}
              value={policy.counts}
              onChange={(event) =>
                change({ counts: COUNTS.find((counts) => counts === event.target.value) ?? 'best' })
              }
            >
              {COUNTS.map((counts) => (
                <option key={counts} value={counts}>
                  {t(`counts_${counts}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {asksPrediction && (
          <Field id={`${name}-source`} label={t('predictionFrom')}>
            {(control) => (
              <Select
                {...control}
                name={policyField('predictionFrom')}
                value={policy.predictionFrom}
                onChange={(event) =>
                  change({
                    predictionFrom: SOURCES.find((source) => source === event.target.value) ?? 'counted',
                  })
                }
              >
                {SOURCES.map((source) => (
                  <option key={source} value={source}>
                    {t(`predictionFrom_${source}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
      <CriteriaList name={name} criteria={policy.criteria} onChange={(criteria) => change({ criteria })} />
      {error && <FieldError>{error}</FieldError>}
      <div className="grid gap-2 rounded-md bg-sunken p-4 text-sm">
        <p className="font-semibold">{t('policyReads')}</p>
        <p>{sentences.counted.join(' ')}</p>
        <ol className="grid list-decimal gap-1 pl-6">
          {sentences.criteria.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </div>
    </div>
  )
}

type CriteriaListProps = {
  name: string
  criteria: readonly Criterion[]
  onChange: (criteria: Criterion[]) => void
}

/** The ordered list; every change is told aloud, and the focus stays where the work is. */
function CriteriaList({ name, criteria, onChange }: CriteriaListProps) {
  const t = useT(roundSetup)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<string | null>(null)
  // A row that changes its place in the page loses the focus on its buttons.
  useEffect(() => {
    if (pressed.current !== null) document.getElementById(pressed.current)?.focus()
    pressed.current = null
  }, [criteria])
  const [chosen, setChosen] = useState('')
  const rest = CRITERION_NAMES.filter((by) => criteria.every((criterion) => criterion.by !== by))
  const nameOf = (by: CriterionName) => t(`criterion_${by}`)
  const take = (step: Exclude<RoundFormStep, { kind: 'copy_blueprint' }>): Criterion[] => {
    const next = criteriaAfter(criteria, step, chosen)
    onChange(next)

    return next
  }
  const move = (by: CriterionName, direction: -1 | 1): void => {
    pressed.current = moveButtonId(by, direction)
    const next = take({ kind: direction === -1 ? 'move_up' : 'move_down', criterion: by })
    const place = next.findIndex((criterion) => criterion.by === by) + 1
    setSaid(t('movedTo', { criterion: nameOf(by), place }))
  }
  const remove = (by: CriterionName): void => {
    take({ kind: 'remove', criterion: by })
    setSaid(t('criterionRemoved', { criterion: nameOf(by) }))
    // The button that was pressed is gone: the keyboard goes on from the list.
    list.current?.focus()
  }
  const add = (): void => {
    const by = rest.find((candidate) => candidate === chosen)
    if (!by) return
    take({ kind: 'add' })
    setChosen('')
    setSaid(t('movedTo', { criterion: nameOf(by), place: criteria.length + 1 }))
  }

  return (
    <>
      <ol ref={list} tabIndex={-1} className="grid gap-2 outline-none">
        {criteria.map((criterion, index) => (
          <CriterionRow
            key={criterion.by}
            criterion={criterion}
            place={index + 1}
            total={criteria.length}
            onMove={(direction) => move(criterion.by, direction)}
            onRemove={() => remove(criterion.by)}
            onChange={(changed) => onChange(criteria.with(index, changed))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {rest.length > 0 && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-56 sm:max-w-sm">
            <Field id={`${name}-add`} label={t('addCriterion')}>
              {(control) => (
                <Select
                  {...control}
                  name={STEP_FIELDS.add}
                  value={chosen}
                  onChange={(event) => setChosen(event.target.value)}
                >
                  <option value="">{t('chooseCriterion')}</option>
                  {rest.map((by) => (
                    <option key={by} value={by}>
                      {nameOf(by)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <StepButton step={{ kind: 'add' }} section={RANKING_SECTION} look="secondary" onPress={add}>
            {t('addCriterionButton')}
          </StepButton>
        </div>
      )}
    </>
  )
}
