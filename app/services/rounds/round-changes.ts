import { questionCountOf } from '../../core/rounds/blueprint.ts'
import type { RoundSettings } from '../../core/rounds/round-form.ts'

/** One setting that was changed, in a form the audit log can show: short text, instants in ISO form. */
export type Change = { field: string; from: string; to: string }

const SHOWN_LENGTH = 200

/** The settings that differ, in the order of the form. */
export function changesOf(before: RoundSettings, after: RoundSettings): Change[] {
  const fields = Object.keys(after) as (keyof RoundSettings)[]

  return fields.flatMap((field) => {
    const [from, to] = [shown(field, before), shown(field, after)]
    const isSame = JSON.stringify(before[field]) === JSON.stringify(after[field])

    return isSame ? [] : [{ field, from, to }]
  })
}

/** The same for a form whose fields are plain text. */
export function textChangesOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Change[] {
  return Object.entries(after).flatMap(([field, to]) => {
    const from = before[field] ?? ''

    return from === to ? [] : [{ field, from: from.slice(0, SHOWN_LENGTH), to: to.slice(0, SHOWN_LENGTH) }]
  })
}

function shown(field: keyof RoundSettings, settings: RoundSettings): string {
  const value = settings[field]
  if (value instanceof Date) return value.toISOString()
  if (field === 'blueprint') return shownBlueprint(settings.blueprint)
  if (value === null) return ''

  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, SHOWN_LENGTH)
}

function shownBlueprint(blueprint: RoundSettings['blueprint']): string {
  const cells = blueprint.map(({ topic, difficulty, count }) => `${topic}/${difficulty}: ${count}`)

  return `${questionCountOf(blueprint)} (${cells.join(', ')})`
}
