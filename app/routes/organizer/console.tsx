import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { ConsoleFrame } from '#app/components/organizer/console-frame.tsx'
import { capabilitiesOf } from '#app/core/people/capabilities.ts'

/** What the menu may show. Each page asks for its own capability: a frame guards nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { role } = await requireUser(request)

  return { capabilities: capabilitiesOf(role) }
}

export default function Console() {
  const { capabilities } = useLoaderData<typeof loader>()

  return (
    <ConsoleFrame capabilities={capabilities}>
      <Outlet />
    </ConsoleFrame>
  )
}
