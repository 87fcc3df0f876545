import type { ActionFunctionArgs } from '@remix-run/node'
import { touchSession } from '#app/auth/sessions.server.ts'

/** The answer to the idle warning: the session's time starts anew, if it has not ended. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await touchSession(request.headers.get('Cookie'), context.now)

  return new Response(null, { status: session ? 204 : 401 })
}
