import { isCellField } from './blueprint-form.ts'
import { CRITERION_NAMES, PolicyDraftSchema, policyOf } from '#app/core/ranking/ranking-policy.ts'
import type { Criterion, CriterionName, RankingPolicy } from '#app/core/ranking/ranking-policy.ts'
import { pickRoundFormValues } from './round-form-values.ts'
import type { RoundFormValues } from './round-form.ts'

/**
 * A change to the form of a round that is more than typing. Each has a button; with scripts the page makes the change
 * itself, without them the button sends the form and gets it back changed, unsaved.
 */
export type RoundFormStep =
  | { kind: 'move_up' | 'move_down' | 'remove'; criterion: CriterionName }
  | { kind: 'add' }
  | { kind: 'copy_blueprint' }

/** Fields that only steps read: they say what is to be added or copied and are no part of a round. */
export const STEP_FIELDS = { add: 'policy:add', copyFrom: 'copyBlueprint' } as const

const PREFIX = 'step:'
const KINDS = ['move_up', 'move_down', 'remove', 'add', 'copy_blueprint'] as const

/** The value of the button that asks for a step. */
export function intentOf(step: RoundFormStep): string {
  return PREFIX + ('criterion' in step ? `${step.kind}:${step.criterion}` : step.kind)
}

/** The step that a pressed button asks for; null when it asks for anything else, such as saving. */
export function stepOf(intent: string): RoundFormStep | null {
  if (!intent.startsWith(PREFIX)) return null
  const [kindName, criterionName] = intent.slice(PREFIX.length).split(':')
  const kind = KINDS.find((candidate) => candidate === kindName)
  if (kind === undefined) return null
  if (kind === 'add' || kind === 'copy_blueprint') return { kind }
  const criterion = CRITERION_NAMES.find((candidate) => candidate === criterionName)

  return criterion === undefined ? null : { kind, criterion }
}

/** The select that says how attempts are counted, or where the prediction is taken from. */
export function policyField(name: 'counts' | 'predictionFrom'): string {
  return `policy:${name}`
}

/** The select that says a setting of a criterion. */
export function criterionField(by: CriterionName, setting: string): string {
  return `policy:${by}:${setting}`
}

/**
 * The form as it was sent: its fields, with the selects of the ranking policy in the policy. With scripts they say what
 * the policy says already; without them they are the only ones that know.
 */
export function readRoundForm(entries: Iterable<readonly [string, unknown]>): RoundFormValues {
  const sent = [...entries]
  const values = pickRoundFormValues(sent)
  const chosen = new Map(sent)
  const policy = policyDraftOf(values.rankingPolicy ?? '')
  if (policy === null) return values
  const fieldOr = (field: string, present: unknown) => chosen.get(field) ?? present
  const changed = PolicyDraftSchema.safeParse({
    ...policy,
    counts: fieldOr(policyField('counts'), policy.counts),
    predictionFrom: fieldOr(policyField('predictionFrom'), policy.predictionFrom),
    criteria: policy.criteria.map((criterion) =>
      Object.fromEntries(
        Object.entries(criterion).map(([setting, present]) => {
          const field = chosen.get(criterionField(criterion.by, setting))
          const value = setting === 'precisionMs' && field !== undefined ? Number(field) : field

          return [setting, value ?? present]
        }),
      ),
    ),
  })

  return changed.success ? { ...values, rankingPolicy: JSON.stringify(changed.data) } : values
}

/** The policy a form holds, whole or on its way to be; null when it can't be read. */
export function policyDraftOf(json: string): RankingPolicy | null {
  try {
    return PolicyDraftSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

/** What the editor begins with when the form holds no policy that can be read. */
export const USUAL_POLICY = policyOf('score', 'duration', 'ended_at')

type StepContext = {
  step: RoundFormStep
  /** What stands in the fields that only steps read. */
  fieldOf: (name: string) => string
  /** Numbers of questions by cell, of the rounds that can be copied from. */
  otherRounds: readonly { slug: string; cells: RoundFormValues }[]
}

/** The form after a step; as it was when there is nothing to move, to add or to copy. */
export function afterStep(
  values: RoundFormValues,
  { step, fieldOf, otherRounds }: StepContext,
): RoundFormValues {
  if (step.kind === 'copy_blueprint')
    return withBlueprint(
      values,
      otherRounds.find(({ slug }) => slug === fieldOf(STEP_FIELDS.copyFrom))?.cells,
    )
  const policy = policyDraftOf(values.rankingPolicy ?? '') ?? USUAL_POLICY
  const criteria = criteriaAfter(policy.criteria, step, fieldOf(STEP_FIELDS.add))

  return { ...values, rankingPolicy: JSON.stringify({ ...policy, criteria }) }
}

/** The form with the numbers of another round in place of its own. */
export function withBlueprint(values: RoundFormValues, cells: RoundFormValues | undefined): RoundFormValues {
  if (cells === undefined) return values
  const emptied = Object.fromEntries(
    Object.keys(values)
      .filter(isCellField)
      .map((field) => [field, '']),
  )

  return { ...values, ...emptied, ...cells }
}

/** The criteria after a step. The last one stays, and those at an end go no further. */
export function criteriaAfter(
  criteria: readonly Criterion[],
  step: Exclude<RoundFormStep, { kind: 'copy_blueprint' }>,
  added: string,
): Criterion[] {
  if (step.kind === 'add') {
    const by = CRITERION_NAMES.find((name) => name === added && criteria.every((has) => has.by !== name))

    return [...criteria, ...(by === undefined ? [] : policyOf(by).criteria)]
  }
  const index = criteria.findIndex(({ by }) => by === step.criterion)
  const criterion = criteria[index]
  if (!criterion) return [...criteria]
  const others = criteria.toSpliced(index, 1)
  if (step.kind === 'remove') return others.length > 0 ? others : [...criteria]

  return others.toSpliced(Math.max(0, step.kind === 'move_up' ? index - 1 : index + 1), 0, criterion)
}
