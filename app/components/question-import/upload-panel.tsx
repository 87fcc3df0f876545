import { Form } from '@remix-run/react'
import { FileDown } from 'lucide-react'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CONTROL_CLASS, Field } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { FormatHelp } from './format-help.tsx'

const ACCEPTED = '.docx,.xlsx,.csv,.tsv,.txt,.gift,.xml,.yaml,.yml,.zip'

type UploadPanelProps = { bankSlug: string; error: string | null }

/** Picks a file of questions, or takes it where it is dropped; says beside it how a file must be written. */
export function UploadPanel({ bankSlug, error }: UploadPanelProps) {
  const t = useT(questionUpload)
  const form = useFocusFirstError(error)
  const isSending = useIsSending('upload')

  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Form method="post" encType="multipart/form-data" ref={form} noValidate className="grid gap-5">
        <Field id="file" label={t('file')} hint={t('fileHint')} error={error}>
          {(control) => (
            <input
              {...control}
              type="file"
              name="file"
              accept={ACCEPTED}
              className={classNames(
                CONTROL_CLASS,
                'border-dashed py-8 file:mr-4 file:min-h-11 file:rounded-md file:border-0 file:bg-sunken file:px-4 file:font-semibold file:text-ink',
              )}
            />
          )}
        </Field>
        <Button
          name="intent"
          value="upload"
          isPending={isSending}
          pendingLabel={t('uploading')}
          className="sm:justify-self-start"
        >
          {t('upload')}
        </Button>
        {isSending && <progress aria-label={t('uploading')} className="h-3 w-full accent-brand" />}
      </Form>
      <section className="grid gap-3 border-t border-line pt-5">
        <h2 className="text-lg">{t('templatesTitle')}</h2>
        <p className="text-sm text-muted">{t('templatesHint')}</p>
        <div className="flex flex-wrap gap-3">
          <LinkButton to={paths.questionTemplate(bankSlug, 'xlsx')} look="secondary" reloadDocument>
            <FileDown aria-hidden="true" className="size-5" />
            {t('templateXlsx')}
          </LinkButton>
          <LinkButton to={paths.questionTemplate(bankSlug, 'docx')} look="secondary" reloadDocument>
            <FileDown aria-hidden="true" className="size-5" />
            {t('templateDocx')}
          </LinkButton>
        </div>
      </section>
      <FormatHelp />
    </Card>
  )
}
