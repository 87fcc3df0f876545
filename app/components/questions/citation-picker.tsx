import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { formatProvision } from '#app/core/questions/citation.ts'
import { restsOn } from '#app/core/questions/law-structure.ts'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Field, FieldError, TextInput } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'
import { ProvisionChoice } from './provision-choice.tsx'

export type KnownAmendment = { provision: string; amendedOn: string; note: string }

type CitationPickerProps = {
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  citations: readonly string[]
  onChange: (citations: string[]) => void
  error: string | null
}

/** The provisions a question rests on, chosen from the index of the law; typed where there is none or no scripts. */
export function CitationPicker(props: CitationPickerProps) {
  const { structure, amendments, citations, onChange, error } = props
  const t = useT(questions)
  const { date } = useFormatters()
  const hasScripts = useHasScripts()
  const [chosen, setChosen] = useState('')
  if (!structure || !hasScripts) return <TypedCitations {...props} />

  const overtaking = amendments.filter(({ provision }) => citations.some((id) => restsOn(id, provision)))
  const add = () => {
    if (chosen !== '' && !citations.includes(chosen)) onChange([...citations, chosen])
  }

  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 font-semibold">{t('citations')}</legend>
      <p className="text-sm text-muted">{t('citationsHint')}</p>
      {error && <FieldError id="citations-error">{error}</FieldError>}
      {citations.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {citations.map((id) => (
            <li
              key={id}
              className="flex items-center gap-1 rounded-full border border-edge bg-surface pl-3.5 text-sm"
            >
              <input type="hidden" name="citation" value={id} />
              <span lang="vi">{formatProvision(id)}</span>
              <button
                type="button"
                aria-label={t('removeCitation', { citation: formatProvision(id) })}
                onClick={() => onChange(citations.filter((citation) => citation !== id))}
                className="grid size-11 place-items-center rounded-full hover:bg-sunken"
              >
                <X aria-hidden="true" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProvisionChoice
        structure={structure}
        value={chosen}
        onChange={setChosen}
        errorId={error ? 'citations-error' : undefined}
      />
      <Button type="button" look="secondary" onClick={add} className="justify-self-start">
        <Plus aria-hidden="true" className="size-5" />
        {t('addCitation')}
      </Button>
      {overtaking.map(({ provision, amendedOn, note }) => (
        <p key={provision + amendedOn} className="text-sm font-semibold text-warn">
          {t('citationAmended', { provision: formatProvision(provision), day: date(amendedOn), note })}
        </p>
      ))}
    </fieldset>
  )
}

function TypedCitations({ citations, onChange, error }: CitationPickerProps) {
  const t = useT(questions)

  return (
    <Field id="citation" label={t('citationTyped')} hint={t('citationTypedHint')} error={error}>
      {(control) => (
        <TextInput
          {...control}
          name="citation"
          defaultValue={citations.join(', ')}
          onBlur={(event) => onChange(event.target.value.split(/[\s,;]+/).filter(Boolean))}
        />
      )}
    </Field>
  )
}
