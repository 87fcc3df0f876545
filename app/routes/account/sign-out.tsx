import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { getUser } from '#app/auth/guards.server.ts'
import { signOut } from '#app/auth/sessions.server.ts'
import { Button } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { paths } from '#app/http/paths.ts'
import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'

export const meta: MetaFunction = () => [{ title: 'Đăng xuất – Hội Thi' }]

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await getUser(request))) throw redirect(paths.home)

  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const { cookie } = await signOut(request)

  return redirect(paths.home, { headers: { 'Set-Cookie': cookie } })
}

export default function SignOut() {
  const t = useT(account)

  return (
    <div className="page grid max-w-md gap-6">
      <PageHeader title={t('signOutTitle')} lead={t('signOutText')} />
      <Form method="post">
        <Button>{t('signOutButton')}</Button>
      </Form>
    </div>
  )
}
