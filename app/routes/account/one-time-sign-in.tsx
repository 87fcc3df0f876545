import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { getSession, signIn, signOut } from '#app/auth/sessions.server.ts'
import { peekSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button, LinkButton } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { paths } from '#app/http/paths.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { landingOf } from './landing.ts'

export const meta: MetaFunction = () => [
  { title: 'Đăng nhập bằng liên kết – Hội Thi' },
  { name: 'robots', content: 'noindex' },
]

/** Looking at the link does not use it up: chat programs fetch links to show a preview. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const owner = await peekSignInLink(params.token ?? '', context.now)

  return data({ owner }, { status: owner ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  try {
    const userId = await redeemSignInLink(token, context.now)
    // Whoever was signed in here before is not any more.
    await signOut(request)
    const { cookie } = await signIn(userId)

    return redirect(await nextAddress(request, cookie, context.now), { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    // Used up a moment ago, in another tab or by a double click: the page says so.
    return redirect(paths.oneTimeSignIn(token))
  }
}

/** Who has no password yet chooses one: the link works only once. */
async function nextAddress(request: Request, cookie: string, now: Date): Promise<string> {
  const session = await getSession(cookie, now)

  return session?.user.hasPassword ? landingOf(request, session.user.role) : paths.password
}

export default function OneTimeSignIn() {
  const { owner } = useLoaderData<typeof loader>()

  return owner ? <UsableLink owner={owner} /> : <UselessLink />
}

function UsableLink({ owner }: { owner: { fullName: string; loginName: string } }) {
  const t = useT(account)
  const isPending = useNavigation().state === 'submitting'
  const rows = [
    { label: t('linkOwner'), value: owner.fullName },
    { label: t('linkLoginName'), value: owner.loginName },
  ]

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader title={t('onceTitle')} />
      <Card className="grid gap-6">
        <dl className="grid gap-3">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="text-lg font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        <p>{t('onceText')}</p>
        <Form method="post">
          <Button isPending={isPending} pendingLabel={t('working')} className="w-full">
            {t('onceButton')}
          </Button>
        </Form>
      </Card>
    </div>
  )
}

function UselessLink() {
  const t = useT(account)

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader title={t('onceExpiredTitle')} />
      <Card className="grid gap-5">
        <Alert kind="warn">{t('onceExpiredText')}</Alert>
        <ul className="grid list-disc gap-2 pl-6">
          <li>{t('onceExpiredPassword')}</li>
          <li>{t('onceExpiredParticipant')}</li>
          <li>{t('onceExpiredOperator')}</li>
        </ul>
        <LinkButton to={paths.signIn}>{t('toSignIn')}</LinkButton>
      </Card>
    </div>
  )
}
