import { data, redirect } from '@remix-run/node'
import {
  CONTEST_FIELDS,
  ContestFormSchema,
  DocumentLinkSchema,
  DocumentTitleSchema,
} from '#app/core/contests/contest-form.ts'
import type { ContestSettings } from '#app/core/contests/contest-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { uploadOf } from '#app/http/upload.server.ts'
import { addContestDocument, removeContestDocument } from '#app/services/contests/contest-documents.server.ts'
import { requireContest, setUpContest, updateContest } from '#app/services/contests/contest-setup.server.ts'
import { withSetupDone } from '../setup-done.ts'

type Who = { actorId: string; now: Date }

/** Makes a contest of the form: a redirect when it is done, the mistakes and what was typed when not. */
export async function createContestFromForm(form: FormData, who: Who) {
  return saveFromForm(form, null, async (settings) => {
    await setUpContest({ settings, ...who })

    return withSetupDone(paths.editContest(settings.slug), 'created')
  })
}

/** Saves the contest, or adds or removes a document, as the pressed button says. @throws DomainError not_found */
export async function changeContestFromForm(form: FormData, slug: string, who: Who) {
  switch (textOf(form, 'intent')) {
    case 'add-document':
      return addDocumentFromForm(form, slug, who)
    case 'remove-document': {
      await removeContestDocument(
        await requireContest(slug),
        textOf(form, 'documentId'),
        who.actorId,
        who.now,
      )
      throw redirect(withSetupDone(paths.editContest(slug), 'document_removed'))
    }
    default:
      return saveFromForm(form, slug, async (settings) => {
        await updateContest({ slug, revision: Number(textOf(form, 'revision')), settings, ...who })

        return withSetupDone(paths.editContest(settings.slug), 'saved')
      })
  }
}

async function saveFromForm(
  form: FormData,
  slug: string | null,
  save: (settings: ContestSettings) => Promise<string>,
) {
  const values = Object.fromEntries(CONTEST_FIELDS.map((field) => [field, textOf(form, field)]))
  const refuse = async (problems: FieldErrors, refusal: string | null, status: number) =>
    data(
      {
        contest: { values, problems, refusal },
        // A second press saves over what the other person saved, knowingly.
        revision: slug === null ? 0 : (await requireContest(slug)).revision,
        document: null,
      },
      { status },
    )
  const parsed = ContestFormSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error), null, statusOf('invalid_input'))

  let address: string
  try {
    address = await save(parsed.data)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'slug_taken') return refuse({ slug: 'slug_taken' }, null, statusOf(error.code))
    if (error.code === 'settings_changed') return refuse({}, error.code, statusOf(error.code))
    throw error
  }
  throw redirect(address)
}

/** Refusals about a document and the field they belong to. */
const DOCUMENT_FIELD = {
  upload_missing: 'url',
  upload_too_large: 'file',
  document_not_pdf: 'file',
  too_many_documents: 'title',
} as const

async function addDocumentFromForm(form: FormData, slug: string, { actorId, now }: Who) {
  const values = { title: textOf(form, 'documentTitle'), url: textOf(form, 'documentUrl') }
  const refuse = (problems: FieldErrors, status = statusOf('invalid_input')) =>
    data({ contest: null, revision: 0, document: { values, problems } }, { status })
  const parsed = (values.url === '' ? DocumentTitleSchema : DocumentLinkSchema).safeParse(values)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error))

  const contest = await requireContest(slug)
  try {
    const source = values.url === '' ? await fileOf(form) : { url: values.url.trim() }
    await addContestDocument({ contest, title: parsed.data.title, source, actorId, now })
  } catch (error) {
    const field =
      error instanceof DomainError ? DOCUMENT_FIELD[error.code as keyof typeof DOCUMENT_FIELD] : undefined
    if (!(error instanceof DomainError) || !field) throw error

    return refuse({ [field]: error.code }, statusOf(error.code))
  }
  throw redirect(withSetupDone(paths.editContest(slug), 'document_added'))
}

async function fileOf(form: FormData) {
  const { name, bytes } = await uploadOf(form, 'documentFile')

  return { fileName: name, bytes }
}
