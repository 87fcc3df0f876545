import { Form } from '@remix-run/react'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { optionLetter } from '../exam/paper-keys.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'

type Part = { kind: 'same' | 'removed' | 'added'; text: string }

export type FieldDiff = {
  field:
    | {
        name: 'topic' | 'difficulty' | 'stem' | 'key' | 'explanation' | 'citations' | 'evidence' | 'validity'
      }
    | { name: 'option'; index: number }
  parts: Part[]
}

type VersionDiffProps = {
  /** Numbers, newest first. */
  versions: readonly number[]
  compared: { from: number; to: number; fields: FieldDiff[] }
}

/** Two versions against each other. Struck through and underlined, and said in words to those who listen. */
export function VersionDiff({ versions, compared }: VersionDiffProps) {
  const t = useT(questions)
  const nameOf = (field: FieldDiff['field']) =>
    field.name === 'option'
      ? t('field_option', { letter: optionLetter(field.index) })
      : t(`field_${field.name}`)

  const levelOf = (part: Part): Part => {
    const level = ([1, 2, 3] as const).find((each) => String(each) === part.text)

    return level ? { ...part, text: t(`difficulty_${level}`) } : part
  }

  return (
    <div className="grid gap-5">
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-3">
        <VersionChoice id="tu" label={t('compareFrom')} versions={versions} value={compared.from} />
        <VersionChoice id="den" label={t('compareTo')} versions={versions} value={compared.to} />
        <Button look="secondary">{t('compare')}</Button>
      </Form>
      <p className="text-sm text-muted">{t('compareLead')}</p>
      {compared.fields.length === 0 ? (
        <p>{t('noDifference')}</p>
      ) : (
        <dl className="grid gap-4">
          {compared.fields.map(({ field, parts }) => (
            <div key={nameOf(field)}>
              <dt className="text-sm text-muted">{nameOf(field)}</dt>
              <dd className="whitespace-pre-wrap">
                {parts.map((part, index) => (
                  <DiffPart key={index} part={field.name === 'difficulty' ? levelOf(part) : part} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function DiffPart({ part: { kind, text } }: { part: Part }) {
  const t = useT(questions)
  if (kind === 'same') return text
  if (kind === 'removed')
    return (
      <del className="bg-bad-soft text-bad line-through decoration-2">
        <span className="sr-only">[{t('removed')}: </span>
        {text}
        <span className="sr-only">]</span>
      </del>
    )

  return (
    <ins className="bg-good-soft font-semibold text-good underline decoration-2">
      <span className="sr-only">[{t('added')}: </span>
      {text}
      <span className="sr-only">]</span>
    </ins>
  )
}

type VersionChoiceProps = { id: string; label: string; versions: readonly number[]; value: number }

function VersionChoice({ id, label, versions, value }: VersionChoiceProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select {...control} key={value} name={id} defaultValue={value}>
          {versions.map((version) => (
            <option key={version} value={version}>
              {version}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
