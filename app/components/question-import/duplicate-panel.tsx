import { Form, Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import type { Duplicate } from '#app/core/questions/import/duplicates.ts'
import type { DuplicateDecision } from '#app/core/questions/import/import-plan.ts'
import { CHOICES_BY_KIND, decisionOf } from '#app/core/questions/import/import-plan.ts'
import type { WaitingQuestion } from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'

type DuplicatePanelProps = { item: WaitingQuestion; bankSlug: string }

/** The question of the bank that is like this one, beside it, and what is to become of this one. */
export function DuplicatePanel({ item, bankSlug }: DuplicatePanelProps) {
  const t = useT(questionUpload)
  const { duplicate, question, decision } = item
  if (!duplicate) return null
  const isContradiction = duplicate.kind === 'other_key'
  const ownKey = question.key.map((index) => question.options[index] ?? '').join('; ')

  return (
    <Alert
      kind={isContradiction ? 'warn' : 'info'}
      title={t(isContradiction ? 'contradictionTitle' : 'duplicateTitle')}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <dl className="grid gap-3 sm:grid-cols-2">
          <Side label={t('inFile')} stem={question.stem} keyWords={ownKey || t('noKey')} />
          <Side
            label={
              <Link to={paths.question(bankSlug, duplicate.code)} className="link">
                {t('inBank', { code: duplicate.code })}
              </Link>
            }
            stem={duplicate.stem}
            keyWords={duplicate.keyWords.join('; ')}
          />
        </dl>
        <Choice item={item} duplicate={duplicate} chosen={decisionOf(duplicate, decision ?? undefined)} />
      </div>
    </Alert>
  )
}

function Side({ label, stem, keyWords }: { label: React.ReactNode; stem: string; keyWords: string }) {
  const t = useT(questionUpload)

  return (
    <div className="min-w-0">
      <dt className="text-sm font-semibold">{label}</dt>
      <dd className="break-words">{stem}</dd>
      <dd className="font-semibold break-words">{t('keyOf', { words: keyWords })}</dd>
    </div>
  )
}

type ChoiceProps = { item: WaitingQuestion; duplicate: Duplicate; chosen: DuplicateDecision | null }

function Choice({ item: { position }, duplicate, chosen }: ChoiceProps) {
  const t = useT(questionUpload)

  return (
    <Form method="post" preventScrollReset className="grid gap-2">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="position" value={position} />
      <p className="font-semibold">{chosen === null ? t('undecided') : t('decide')}</p>
      <div className="flex flex-wrap gap-2">
        {CHOICES_BY_KIND[duplicate.kind].map((decision) => (
          <Button
            key={decision}
            look={chosen === decision ? 'primary' : 'secondary'}
            name="decision"
            value={decision}
            aria-pressed={chosen === decision}
          >
            {chosen === decision && <Check aria-hidden="true" className="size-5" />}
            {t(`decision_${decision}`, { code: duplicate.code })}
          </Button>
        ))}
      </div>
    </Form>
  )
}
