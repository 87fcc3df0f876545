import type { LawStructure } from '#app/core/questions/law-structure.ts'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, Select, Textarea } from '../ui/field.tsx'
import { CitationPicker } from './citation-picker.tsx'
import type { KnownAmendment } from './citation-picker.tsx'
import { OptionFields } from './option-fields.tsx'

export type QuestionFieldsProps = {
  topics: readonly { code: string; title: string }[]
  /** Null: there is no index of the law, so ids are typed. */
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  draft: QuestionDraft
  setDraft: (change: Partial<QuestionDraft>) => void
  /** What is wrong with a field, in words. */
  errorOf: (field: string) => string | null
}

/** Everything a question says but the days of its validity. */
export function QuestionFields({
  topics,
  structure,
  amendments,
  draft,
  setDraft,
  errorOf,
}: QuestionFieldsProps) {
  const t = useT(questions)

  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field id="topic" label={t('topic')} error={errorOf('topic')}>
          {(control) => (
            <Select
              {...control}
              name="topic"
              value={draft.topic}
              onChange={(event) => setDraft({ topic: event.target.value })}
            >
              <option value="">–</option>
              {topics.map(({ code, title }) => (
                <option key={code} value={code}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="difficulty" label={t('difficulty')} error={errorOf('difficulty')}>
          {(control) => (
            <Select
              {...control}
              name="difficulty"
              value={draft.difficulty}
              onChange={(event) => setDraft({ difficulty: event.target.value })}
            >
              <option value="">–</option>
              {([1, 2, 3] as const).map((difficulty) => (
                <option key={difficulty} value={difficulty}>
                  {t(`difficulty_${difficulty}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field id="stem" label={t('stem')} hint={t('stemHint')} error={errorOf('stem')}>
        {(control) => (
          <Textarea
            {...control}
            name="stem"
            value={draft.stem}
            onChange={(event) => setDraft({ stem: event.target.value })}
          />
        )}
      </Field>
      <OptionFields draft={draft} setDraft={setDraft} errorOf={errorOf} />
      <Field
        id="explanation"
        label={t('explanation')}
        hint={t('explanationHint')}
        error={errorOf('explanation')}
      >
        {(control) => (
          <Textarea
            {...control}
            name="explanation"
            value={draft.explanation}
            onChange={(event) => setDraft({ explanation: event.target.value })}
          />
        )}
      </Field>
      <CitationPicker
        structure={structure}
        amendments={amendments}
        citations={draft.citations}
        onChange={(citations) => setDraft({ citations })}
        error={errorOf('citations')}
      />
      <Field id="evidence" label={t('evidence')} hint={t('evidenceHint')} error={errorOf('evidence')}>
        {(control) => (
          <Textarea
            {...control}
            name="evidence"
            rows={2}
            value={draft.evidence}
            onChange={(event) => setDraft({ evidence: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
