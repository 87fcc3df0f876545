import { redirect, redirectDocument } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { getUser } from '#app/auth/guards.server.ts'
import { signOut } from '#app/auth/sessions.server.ts'
import { Button, LinkButton } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { paths } from '#app/http/paths.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng xuất – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await getUser(request)
  if (!user) throw redirect(paths.home)

  return { fullName: user.fullName }
}

/** Leads on with a new document, so that nothing personal stays in the memory of the page. */
export async function action({ request }: ActionFunctionArgs) {
  const { cookie } = await signOut(request)

  return redirectDocument(paths.home, { headers: { 'Set-Cookie': cookie } })
}

export default function SignOut() {
  const t = useT(account)
  const { fullName } = useLoaderData<typeof loader>()

  return (
    <div className="page grid max-w-lg gap-8">
      <PageHeader title={t('signOutTitle')} />
      <Card className="grid gap-6">
        <p>{t('signOutText', { name: fullName })}</p>
        <Form method="post" className="flex flex-wrap gap-3">
          <Button>{t('signOutButton')}</Button>
          <LinkButton to={paths.account} look="secondary">
            {t('staySignedIn')}
          </LinkButton>
        </Form>
      </Card>
    </div>
  )
}
