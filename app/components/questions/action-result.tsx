import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ActionRefusal, QuestionActionKind } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import type { QuestionsText } from '#app/i18n/messages/questions.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'

export type ActionAnswer =
  | {
      outcome: 'done'
      kind: QuestionActionKind
      done: string[]
      refused: { code: string; reason: ActionRefusal }[]
      /** What takes it back, if this person may. */
      undo: QuestionActionKind | null
      /** When it was done. */
      at: Date
    }
  | { outcome: 'refused'; error: string; rounds: string[] }

type ActionResultProps = { answer: ActionAnswer; href: string }

/** What became of an action, and the way back. Takes the focus, so that it is read out and the keyboard goes on from here. */
export function ActionResult({ answer, href }: ActionResultProps) {
  const t = useT(questions)
  const { number } = useFormatters()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [answer])
  if (answer.outcome === 'refused')
    return (
      <div ref={place} tabIndex={-1} className="rounded-md">
        <Alert kind="bad">
          {t(answer.error as QuestionsText, {
            rounds: answer.rounds.map((title) => `“${title}”`).join(', '),
          })}
        </Alert>
      </div>
    )
  const { kind, done, refused, undo, at } = answer

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert
        kind={refused.length === 0 ? 'good' : 'warn'}
        title={done.length > 0 ? t(`done_${kind}`, { count: number(done.length) }) : t('doneNothing')}
      >
        {refused.length > 0 && (
          <>
            <p>{t('refusedSome', { count: number(refused.length) })}</p>
            <ul className="list-disc pl-6">
              {refused.map(({ code, reason }) => (
                <li key={code}>
                  {code}: {t(`refusal_${reason}`)}
                </li>
              ))}
            </ul>
          </>
        )}
        {undo && done.length > 0 && (
          <Form method="post" action={href} preventScrollReset className="mt-2">
            <input type="hidden" name="intent" value="act" />
            <input type="hidden" name="kind" value={undo} />
            <input type="hidden" name="clearedAt" value={at.toISOString()} />
            {done.map((code) => (
              <input key={code} type="hidden" name="code" value={code} />
            ))}
            <Button look="secondary">{t('undo')}</Button>
          </Form>
        )}
      </Alert>
    </div>
  )
}
