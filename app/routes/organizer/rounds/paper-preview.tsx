import { randomBytes } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileDown, Shuffle } from 'lucide-react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { PaperPreview } from '#app/components/round-setup/paper-preview.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { can } from '#app/core/people/capabilities.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { previewPaper } from '#app/services/rounds/paper-preview.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Đề thử: ${data?.title ?? ''} – Ban Tổ chức – Hội Thi` },
]

const SEED = /^[0-9a-f]{8}$/

export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const user = await orThrowResponse(requireStaff(request, 'contest.read'))
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('hat') ?? ''
  const seed = SEED.test(asked) ? asked : createSeed()
  const showsKey = searchParams.has('dap-an') && can(user.role, 'questions.read')
  const slug = params.slug ?? ''
  const preview = await orThrowResponse(previewPaper(slug, seed, showsKey ? 'with_key' : 'without_key', now))

  return { slug, seed, nextSeed: createSeed(), showsKey, ...preview }
}

/** Short, so that two organizers can name the paper they speak of; real papers have seeds of their own. */
function createSeed(): string {
  return randomBytes(4).toString('hex')
}

export default function PaperPreviewPage() {
  const t = useT(roundSetup)
  const { slug, seed, nextSeed, showsKey, title, questions } = useLoaderData<typeof loader>()
  const tUpload = useT(questionUpload)
  const canReadKeys = useCan('questions.read')
  const addressOf = (paperSeed: string, key: 'with_key' | 'without_key') =>
    `${paths.paperPreview(slug)}?hat=${paperSeed}${key === 'with_key' ? '&dap-an=1' : ''}`

  return (
    <div className="page grid gap-6">
      <div className="grid gap-3">
        <BackLink to={paths.roundSetup(slug)}>{t('backToConfig')}</BackLink>
        <PageHeader
          title={t('previewTitle', { title })}
          lead={
            <span className="grid gap-1">
              <span>
                {t('previewLead')} {t('previewDraftNote')}
              </span>
              <span className="text-sm">{t('seedNote', { seed })}</span>
            </span>
          }
        >
          <div className="flex flex-wrap gap-2">
            <LinkButton to={addressOf(nextSeed, showsKey ? 'with_key' : 'without_key')} replace>
              <Shuffle aria-hidden="true" className="size-5" />
              {t('drawAnother')}
            </LinkButton>
            {questions && (
              <LinkButton to={paths.paperFile(slug, seed, 'de')} reloadDocument look="secondary">
                <FileDown aria-hidden="true" className="size-5" />
                {tUpload('printPaper')}
              </LinkButton>
            )}
            {canReadKeys && questions && (
              <LinkButton to={paths.paperFile(slug, seed, 'dap-an')} reloadDocument look="secondary">
                <FileDown aria-hidden="true" className="size-5" />
                {tUpload('printKey')}
              </LinkButton>
            )}
            {canReadKeys && questions && (
              <LinkButton
                to={addressOf(seed, showsKey ? 'without_key' : 'with_key')}
                replace
                preventScrollReset
                look="secondary"
              >
                {t(showsKey ? 'hideKey' : 'showKey')}
              </LinkButton>
            )}
          </div>
        </PageHeader>
      </div>
      {showsKey && <Alert kind="warn">{t('keyShown')}</Alert>}
      {questions ? (
        <PaperPreview key={seed} questions={questions} />
      ) : (
        <EmptyState title={t('previewImpossible')}>{t('previewImpossibleText')}</EmptyState>
      )}
    </div>
  )
}
