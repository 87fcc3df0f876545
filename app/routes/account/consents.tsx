import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { ConsentBoxes } from '#app/components/account/consent-boxes.tsx'
import { DataNotice } from '#app/components/account/data-notice.tsx'
import { useErrorText } from '#app/components/account/use-error-text.ts'
import { Button } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { useFocusFirstError } from '#app/components/use-focus-first-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { ownPathOr, paths, returnAddressOf } from '#app/http/paths.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { recordFirstConsents } from '#app/services/people/consents.server.ts'
import { requireCurrentContest } from '#app/services/contests/contests.server.ts'

export const meta: MetaFunction = () => [{ title: 'Trước khi dự thi – Hội Thi' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await requireUser(request)
  if (user.role !== 'participant' || user.hasConsented) throw redirect(nextOf(request))
  const contest = await orThrowResponse(requireCurrentContest(context.now))

  return {
    fullName: user.fullName,
    notice: {
      organizerName: contest.organizerName,
      contactText: contest.contactText,
      version: contest.noticeVersion,
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = await requireUser(request)
  const { noticeVersion } = await orThrowResponse(requireCurrentContest(context.now))
  const form = await request.formData()
  const ticked = { processing: form.has('processing'), namePublication: form.has('namePublication') }
  if (textOf(form, 'noticeVersion') !== noticeVersion)
    return data({ ticked: undefined, errors: { processing: 'notice_changed' } }, { status: 422 })
  if (!ticked.processing) return data({ ticked, errors: { processing: 'consent_missing' } }, { status: 422 })
  await recordFirstConsents({
    userId: user.id,
    namePublication: ticked.namePublication,
    noticeVersion,
    now: context.now,
  })

  return redirect(nextOf(request))
}

function nextOf(request: Request): string {
  return ownPathOr(returnAddressOf(request), paths.home)
}

export default function Consents() {
  const t = useT(account)
  const { fullName, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorText = useErrorText(answer?.errors)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().state === 'submitting'

  return (
    <div className="page grid max-w-2xl gap-8">
      <PageHeader
        title={t('firstConsentsTitle')}
        lead={
          <>
            <p className="font-semibold text-ink">{fullName}</p>
            <p>{t('consentsLead')}</p>
          </>
        }
      />
      <DataNotice {...notice} />
      <Form method="post" ref={form} noValidate className="grid gap-6">
        <input type="hidden" name="noticeVersion" value={notice.version} />
        <ConsentBoxes key={notice.version} ticked={answer?.ticked} error={errorText('processing')} />
        <Button isPending={isPending} pendingLabel={t('working')} className="sm:justify-self-start">
          {t('consentsButton')}
        </Button>
      </Form>
      <Form method="post" action={paths.signOut} className="grid gap-3 border-t border-line pt-6">
        <p className="text-muted">{t('consentsRefuseText')}</p>
        <Button look="quiet" className="justify-self-start">
          {t('consentsRefuse')}
        </Button>
      </Form>
    </div>
  )
}
