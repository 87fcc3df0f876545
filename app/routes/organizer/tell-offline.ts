import type { ClientActionFunctionArgs } from '@remix-run/react'

/** Not a reply of the server: there was none. With it nothing is loaded again, which would fail as well. */
export const OFFLINE_STATUS = 503

/**
 * Sends a form, and answers in the server's stead when it can't be reached: the page with all that was typed stays.
 * @param answer what the page shows then
 */
export async function tellOffline({ serverAction }: ClientActionFunctionArgs, answer: object) {
  try {
    return await serverAction()
  } catch (error) {
    // What fetch throws when the network fails; refusals and redirects are other things.
    if (!(error instanceof TypeError)) throw error

    // A response: the status of anything else is lost on the way.
    return Response.json(answer, { status: OFFLINE_STATUS })
  }
}
