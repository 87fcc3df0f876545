import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'

type Visit = {
  /** The Cookie header of somebody who is signed in. */
  cookie?: string
  params?: Record<string, string>
  /** The clock of the request; now unless told. */
  now?: Date
  method?: 'GET' | 'POST'
}

/** What a loader or action is called with when somebody asks for an address. */
export function argsOf(path: string, visit: Visit = {}): LoaderFunctionArgs & ActionFunctionArgs {
  const { cookie, params = {}, now = new Date(), method = 'GET' } = visit

  return {
    request: new Request(new URL(path, 'http://localhost'), {
      method,
      headers: cookie ? { Cookie: cookie } : {},
    }),
    params,
    context: { now, requestId: 'test', address: '127.0.0.1' },
  }
}

export type Answer = { status: number; location: string | null; body: unknown }

/** How a loader or action answers, whether it returns data with a status, a redirect, or throws either. */
export async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const answer: unknown = await work.catch((reason: unknown) => reason)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), body: null }
  if (isDataWithStatus(answer))
    return { status: answer.init?.status ?? 200, location: null, body: answer.data }

  return { status: 200, location: null, body: answer }
}

function isDataWithStatus(answer: unknown): answer is { data: unknown; init: ResponseInit | null } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'type' in answer &&
    answer.type === 'DataWithResponseInit'
  )
}
