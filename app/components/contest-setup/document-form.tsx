import { Form, useNavigation } from '@remix-run/react'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import type { ContestSetupText } from '#app/i18n/messages/contest-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { CONTROL_CLASS, Field, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

export type DocumentItem = { id: string; title: string; url: string | null; sizeBytes: number | null }

export type DocumentAnswer = {
  values: { title: string; url: string }
  problems: Readonly<Record<string, string>>
}

type DocumentsProps = { documents: readonly DocumentItem[]; answer: DocumentAnswer | null }

/** The documents of a contest: links or small files, added and removed one at a time. */
export function Documents({ documents, answer }: DocumentsProps) {
  const t = useT(contestSetup)

  return (
    <Card className="grid gap-6">
      <div className="grid gap-1">
        <h2 id="documents" className="text-xl">
          {t('documentsTitle')}
        </h2>
        <p className="text-muted">{t('documentsLead')}</p>
      </div>
      {documents.length === 0 ? (
        <p className="text-muted">{t('documentsNone')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </ul>
      )}
      <AddDocument answer={answer} />
    </Card>
  )
}

const MEGABYTE = 1024 * 1024

function DocumentRow({ document }: { document: DocumentItem }) {
  const t = useT(contestSetup)
  const { number } = useFormatters()
  const { id, title, url, sizeBytes } = document
  const size = `${number(Math.max(0.1, Math.round(((sizeBytes ?? 0) / MEGABYTE) * 10) / 10))} MB`

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <a href={url ?? paths.contestDocument(id)} className="link py-1.5 break-words">
          {title}
        </a>
        <p className="text-sm text-muted">{url === null ? t('pdfOf', { size }) : t('link')}</p>
      </div>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="documentId" value={id} />
        <Button
          look="quiet"
          name="intent"
          value="remove-document"
          aria-label={t('removeDocumentNamed', { title })}
        >
          {t('removeDocument')}
        </Button>
      </Form>
    </li>
  )
}

function AddDocument({ answer }: { answer: DocumentAnswer | null }) {
  const t = useT(contestSetup)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state === 'submitting'
  const errorOf = (field: string): string | null => {
    const problem = answer?.problems[field]

    return problem === undefined ? null : t(problem as ContestSetupText)
  }

  return (
    <Form
      method="post"
      encType="multipart/form-data"
      ref={form}
      noValidate
      aria-labelledby="documents"
      className="grid gap-5"
    >
      <Field id="documentTitle" label={t('documentTitle')} error={errorOf('title')}>
        {(control) => (
          <TextInput {...control} name="documentTitle" defaultValue={answer?.values.title ?? ''} />
        )}
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field id="documentUrl" label={t('documentUrl')} hint={t('documentUrlHint')} error={errorOf('url')}>
          {(control) => (
            <TextInput {...control} type="url" name="documentUrl" defaultValue={answer?.values.url ?? ''} />
          )}
        </Field>
        <Field
          id="documentFile"
          label={t('documentFile')}
          hint={t('documentFileHint')}
          error={errorOf('file')}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              name="documentFile"
              accept="application/pdf,.pdf"
              className={CONTROL_CLASS}
            />
          )}
        </Field>
      </div>
      <Button
        look="secondary"
        name="intent"
        value="add-document"
        isPending={isPending}
        pendingLabel={t('working')}
        className="sm:justify-self-start"
      >
        {t('addDocument')}
      </Button>
    </Form>
  )
}
