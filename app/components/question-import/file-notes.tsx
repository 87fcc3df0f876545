import { Form } from '@remix-run/react'
import type { FileFacts } from '#app/core/questions/import/waiting-import.ts'
import { describePlace, describeProblem, questionImport } from '#app/i18n/messages/question-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'

const SHOWN_SKIPPED = 50

type FileNotesProps = { facts: Pick<FileFacts, 'problems' | 'skipped'>; legacyCount: number }

/** What is to be said of the file as a whole: its problems, what was left out, and the conversion of an old font. */
export function FileNotes({ facts, legacyCount }: FileNotesProps) {
  const t = useT(questionUpload)
  const tImport = useT(questionImport)
  const { number } = useFormatters()
  const problems = facts.problems.filter(({ code }) => code !== 'legacy_encoding')

  return (
    <>
      {legacyCount > 0 && (
        <Alert kind="warn" title={t('legacyTitle', { count: number(legacyCount) })}>
          <Form method="post" preventScrollReset className="grid gap-3">
            <p>{t('legacyText')}</p>
            <Button name="intent" value="convert" className="sm:justify-self-start">
              {t('legacyAgree')}
            </Button>
          </Form>
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert kind="warn" title={t('fileProblems')}>
          <ul className="list-disc pl-5">
            {problems.map((each, index) => (
              <li key={index}>
                {describeProblem(tImport, each)} ({describePlace(tImport, each.place)})
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {facts.skipped.length > 0 && (
        <details className="rounded-md border border-line px-4">
          <summary className="cursor-pointer py-3 font-semibold">
            {t('skippedTitle', { count: number(facts.skipped.length) })}
          </summary>
          <ul className="grid gap-2 pb-4">
            {facts.skipped.slice(0, SHOWN_SKIPPED).map((each, index) => (
              <li key={index}>
                {describeProblem(tImport, each)}{' '}
                <span className="text-sm text-muted">
                  ({describePlace(tImport, each.place)}) {each.excerpt && `“${each.excerpt}”`}
                </span>
              </li>
            ))}
            {facts.skipped.length > SHOWN_SKIPPED && (
              <li>{t('moreSkipped', { count: number(facts.skipped.length - SHOWN_SKIPPED) })}</li>
            )}
          </ul>
        </details>
      )}
    </>
  )
}
