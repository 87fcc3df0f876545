import { Form, Link } from '@remix-run/react'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import type { Field } from '#app/core/questions/import/draft.ts'
import type { WaitingQuestion } from '#app/core/questions/import/waiting-import.ts'
import { describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import type { KnownAmendment } from '../questions/citation-picker.tsx'
import { QuestionFields } from '../questions/question-fields.tsx'
import { QuestionPreview } from '../questions/question-preview.tsx'
import { useKeptDraft } from '../questions/use-kept-draft.ts'
import { Alert } from '../ui/alert.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ProblemList } from './problem-list.tsx'
import { WaitingHead } from './waiting-card.tsx'

type MendFormProps = {
  item: WaitingQuestion
  keptKey: string
  ownerId: string
  /** Why the last press did nothing, in words; null: it did, or there was none. */
  refusal: string | null
  topics: readonly { code: string; title: string }[]
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  cancelHref: string
}

/** Corrects a question where it stands in the preview; what is wrong with it stands at its fields. */
export function MendForm(props: MendFormProps) {
  const { item, keptKey, ownerId, refusal, topics, structure, amendments, cancelHref } = props
  const t = useT(questionUpload)
  const tQuestions = useT(questions)
  const tImport = useT(questionImport)
  const { draft, setDraft, isRestored, discard } = useKeptDraft({
    keptKey,
    ownerId,
    basedOn: null,
    initial: formOf(item),
    returned: null,
  })
  const { problems } = item.question
  const errorOf = (name: string) => {
    const found = problems.find(
      ({ severity, field }) => severity === 'error' && field && nameOf(field) === name,
    )

    return found ? describeProblem(tImport, found) : null
  }

  return (
    <>
      <WaitingHead item={item} />
      <ProblemList position={item.position} question={item.question} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Form method="post" noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {isRestored && (
            <Alert kind="info">
              <div className="flex flex-wrap items-center justify-between gap-3">
                {t('kept')}
                <Button type="button" look="secondary" onClick={discard}>
                  {t('keptDiscard')}
                </Button>
              </div>
            </Alert>
          )}
          <input type="hidden" name="position" value={item.position} />
          <QuestionFields
            topics={topics}
            structure={structure}
            amendments={amendments}
            draft={draft}
            setDraft={setDraft}
            errorOf={errorOf}
          />
          {refusal && <Alert kind="bad">{refusal}</Alert>}
          <div className="flex flex-wrap gap-3 border-t border-line pt-5">
            <Button name="intent" value="fix" isPending={useIsSending('fix')} pendingLabel={t('working')}>
              {t('saveFix')}
            </Button>
            <Link to={cancelHref} onClick={discard} className={buttonClass('quiet')}>
              {t('cancel')}
            </Link>
          </div>
        </Form>
        <aside
          aria-label={tQuestions('preview')}
          className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:sticky lg:top-4"
        >
          <QuestionPreview draft={draft} position={item.question.number} />
        </aside>
      </div>
    </>
  )
}

function formOf({ question, topicCode }: WaitingQuestion): QuestionDraft {
  return {
    topic: topicCode ?? '',
    difficulty: question.difficulty === null ? '' : String(question.difficulty),
    stem: question.stem,
    options: question.options.length < 2 ? [...question.options, '', ''].slice(0, 2) : question.options,
    key: question.key,
    explanation: question.explanation,
    citations: question.citations,
    evidence: question.evidence.join('\n'),
    validFrom: '',
    validTo: '',
  }
}

/** Names of the controls as the form of a question has them. */
function nameOf(field: Field): string {
  return field.name === 'option' ? `options.${field.index}` : field.name
}
