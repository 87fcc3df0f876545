import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { signIn } from '#app/auth/sessions.server.ts'
import { peekSignInLink, redeemSignInLink } from '#app/auth/sign-in-links.server.ts'
import { Alert } from '#app/components/ui/alert.tsx'
import { Button, LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { paths } from '#app/http/paths.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [
  { title: 'Đăng nhập – Hội Thi' },
  { name: 'robots', content: 'noindex' },
]

/** Looking at the link does not use it up: chat programs fetch links to show a preview. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const owner = await peekSignInLink(params.token ?? '', context.now)

  return owner ? { owner } : data({ owner: null }, { status: 410 })
}

export async function action({ params, context }: ActionFunctionArgs) {
  try {
    const userId = await redeemSignInLink(params.token ?? '', context.now)
    const { cookie } = await signIn(userId)

    return redirect(paths.password, { headers: { 'Set-Cookie': cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return redirect(paths.oneTimeSignIn(params.token ?? ''))
  }
}

export default function OneTimeSignIn() {
  const t = useT(account)
  const { owner } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-xl gap-6">
      <PageHeader title={owner ? t('onceTitle') : t('onceExpiredTitle')} />
      {owner ? (
        <Form method="post" className="grid gap-6">
          <p>{t('onceText', { name: owner.fullName, loginName: owner.loginName })}</p>
          <Button className="justify-self-start">{t('onceButton')}</Button>
        </Form>
      ) : (
        <>
          <Alert kind="warn">{t('onceExpiredText')}</Alert>
          <LinkButton to={paths.signIn} className="justify-self-start">
            {t('signInButton')}
          </LinkButton>
        </>
      )}
    </div>
  )
}
