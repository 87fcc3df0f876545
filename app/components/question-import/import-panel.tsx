import { Form, Link } from '@remix-run/react'
import { FileDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FileFacts, WaitingCounts } from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, Select } from '../ui/field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { ImportFate } from './import-fate.tsx'

type ImportPanelProps = {
  /** How far an import begun here is. */
  progress: ReactNode
  /** When the upload is removed unless somebody changes something in it before. */
  removedAt: Date
  topics: readonly { code: string; title: string }[]
  facts: Pick<FileFacts, 'defaultTopic' | 'defaultDifficulty' | 'mode'>
  counts: WaitingCounts
  failedHref: string
  incompleteHref: string
}

const MODES = ['all_good', 'all_or_nothing'] as const

/** What would happen now, what holds for all questions, and the button that does it. */
export function ImportPanel({
  topics,
  facts,
  counts,
  failedHref,
  incompleteHref,
  progress,
  removedAt,
}: ImportPanelProps) {
  const t = useT(questionUpload)
  const { number, dateTime } = useFormatters()
  const isApplying = useIsSending('apply')
  const isSaving = useIsSending('choose')
  const lacksTopic = counts.withoutTopic > 0 && facts.defaultTopic === null
  const failing = counts.errors + counts.undecided + counts.lackingTopic

  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-5" aria-labelledby="nhap">
      <h2 id="nhap" className="text-xl">
        {t('importTitle')}
      </h2>
      <ImportFate counts={counts} />
      <Form method="post" preventScrollReset className="grid gap-5">
        {counts.withoutTopic + counts.withoutDifficulty > 0 && (
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <DefaultTopic
              topics={topics}
              chosen={facts.defaultTopic}
              count={counts.withoutTopic}
              isMissing={lacksTopic}
            />
            <DefaultDifficulty chosen={facts.defaultDifficulty} count={counts.withoutDifficulty} />
          </div>
        )}
        {counts.withoutTopic + counts.withoutDifficulty === 0 && <KeptChoices {...facts} />}
        <RadioGroup label={t('mode')}>
          {MODES.map((mode) => (
            <label key={mode} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="mode"
                value={mode}
                defaultChecked={facts.mode === mode}
                className="size-5 shrink-0 accent-brand"
              />
              {t(`mode_${mode}`)}
            </label>
          ))}
        </RadioGroup>
        <p className="text-sm text-muted">{t('twoPeople')}</p>
        <div className="flex flex-wrap items-center gap-3">
          {counts.importable > 0 ? (
            <Button name="intent" value="apply" isPending={isApplying} pendingLabel={t('applying')}>
              {t('apply', { count: number(counts.importable) })}
            </Button>
          ) : (
            <p className="font-semibold">{t('nothingToImport')}</p>
          )}
          <Button
            look="secondary"
            name="intent"
            value="choose"
            isPending={isSaving}
            pendingLabel={t('working')}
          >
            {t('saveChoices')}
          </Button>
          {counts.incomplete > 0 && (
            <Link to={incompleteHref} reloadDocument className={buttonClass('quiet')}>
              <FileDown aria-hidden="true" className="size-5 shrink-0" />
              {t('incompleteRows')}
            </Link>
          )}
          {failing > 0 && (
            <Link to={failedHref} reloadDocument className={buttonClass('quiet')}>
              <FileDown aria-hidden="true" className="size-5 shrink-0" />
              {t('failedRows')}
            </Link>
          )}
        </div>
      </Form>
      {progress}
      <p className="text-sm text-muted">{t('removedAt', { time: dateTime(removedAt) })}</p>
      <Discard />
    </Card>
  )
}

type DefaultTopicProps = {
  topics: ImportPanelProps['topics']
  chosen: string | null
  count: number
  isMissing: boolean
}

function DefaultTopic({ topics, chosen, count, isMissing }: DefaultTopicProps) {
  const t = useT(questionUpload)
  const { number } = useFormatters()

  return (
    <Field
      id="topic-default"
      label={t('defaultTopic')}
      hint={t('defaultTopicHint', { count: number(count) })}
      error={isMissing ? t('topicNeeded', { count: number(count) }) : null}
    >
      {(control) => (
        <Select {...control} key={chosen} name="topic" defaultValue={chosen ?? ''}>
          <option value="">{t('noTopic')}</option>
          {topics.map(({ code, title }) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function DefaultDifficulty({ chosen, count }: { chosen: 1 | 2 | 3; count: number }) {
  const t = useT(questionUpload)
  const tQuestions = useT(questions)
  const { number } = useFormatters()

  return (
    <Field
      id="difficulty-default"
      label={t('defaultDifficulty')}
      hint={t('defaultDifficultyHint', { count: number(count) })}
    >
      {(control) => (
        <Select {...control} key={chosen} name="difficulty" defaultValue={chosen}>
          {([1, 2, 3] as const).map((difficulty) => (
            <option key={difficulty} value={difficulty}>
              {tQuestions(`difficulty_${difficulty}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** Choices that concern no question now stay as they are. */
function KeptChoices({ defaultTopic, defaultDifficulty }: ImportPanelProps['facts']) {
  return (
    <>
      <input type="hidden" name="topic" value={defaultTopic ?? ''} />
      <input type="hidden" name="difficulty" value={defaultDifficulty} />
    </>
  )
}

function Discard() {
  const t = useT(questionUpload)

  return (
    <details className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-bad">
        {t('discard')}
      </summary>
      <Form method="post" className="grid gap-3 pt-2">
        <p>{t('discardWarning')}</p>
        <Button look="danger" name="intent" value="discard" className="sm:justify-self-start">
          {t('discardConfirm')}
        </Button>
      </Form>
    </details>
  )
}
