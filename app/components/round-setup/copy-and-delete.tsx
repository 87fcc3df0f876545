import { Form } from '@remix-run/react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

/** Makes a new draft with these settings. */
export function CopyRound() {
  const t = useT(roundSetup)

  return (
    <Card className="grid content-start gap-4">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('copyTitle')}</h2>
        <p className="text-muted">{t('copyText')}</p>
      </div>
      <Form method="post">
        <Button look="secondary" name="intent" value="copy">
          {t('copy')}
        </Button>
      </Form>
    </Card>
  )
}

type DeleteRoundProps = { title: string; answer: { typed: string } | null }

/** Deletes the draft; says what is lost and wants the word. */
export function DeleteRound({ title, answer }: DeleteRoundProps) {
  const t = useT(roundSetup)
  const form = useFocusFirstError(answer)

  return (
    <Card className="grid content-start gap-4">
      <div className="grid gap-1">
        <h2 id="delete" className="text-xl">
          {t('deleteTitle')}
        </h2>
        <p>{t('deleteText', { title })}</p>
      </div>
      <Form method="post" ref={form} noValidate aria-labelledby="delete" className="grid gap-4">
        <Field
          id="confirmation"
          label={t('deleteConfirm', { word: t('deleteWord') })}
          error={answer && t('confirmation_wrong', { word: t('deleteWord') })}
        >
          {(control) => (
            <TextInput
              {...control}
              name="confirmation"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={answer?.typed ?? ''}
            />
          )}
        </Field>
        <Button look="danger" name="intent" value="delete" className="sm:justify-self-start">
          {t('deleteButton')}
        </Button>
      </Form>
    </Card>
  )
}
