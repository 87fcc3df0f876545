import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CONTROL_CLASS, Field } from '../ui/field.tsx'
import { classNames } from '../class-names.ts'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { useIsSending } from './form-answer.ts'

type UploadFormProps = {
  label: string
  hint: string
  error: string | null
  button: string
  pendingLabel: string
  children: ReactNode
}

/** Picks a workbook, or takes it where it is dropped on the field. */
export function UploadForm({ label, hint, error, button, pendingLabel, children }: UploadFormProps) {
  const form = useFocusFirstError(error)

  return (
    <Card className="grid gap-5">
      {children}
      <Form method="post" encType="multipart/form-data" ref={form} noValidate className="grid gap-5">
        <Field id="file" label={label} hint={hint} error={error}>
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              className={classNames(
                CONTROL_CLASS,
                'border-dashed py-6 file:mr-4 file:min-h-11 file:rounded-md file:border-0 file:bg-sunken file:px-4 file:font-semibold file:text-ink',
              )}
            />
          )}
        </Field>
        <Button
          name="intent"
          value="upload"
          isPending={useIsSending('upload')}
          pendingLabel={pendingLabel}
          className="sm:justify-self-start"
        >
          {button}
        </Button>
      </Form>
    </Card>
  )
}
