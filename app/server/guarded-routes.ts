import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { INTERNAL_ERROR } from '../http/problem.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type Handler = (args: Args) => unknown

/**
 * The build with two things done around every loader and action, so that no route can forget them: a form that can't
 * be read is the sender's mistake, and a failure of ours tells the reader under which id it stands in the log.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route]
      const { loader, action } = route.module

      return [id, { ...route, module: { ...route.module, loader: guard(loader), action: guard(action) } }]
    }),
  )

  return { ...build, routes }
}

function guard<H>(handler: H): H {
  if (typeof handler !== 'function') return handler
  const run = handler as unknown as Handler

  return (async (args: Args) => {
    const formData = args.request.formData.bind(args.request)
    args.request.formData = () => readForm(formData, args.request)
    try {
      return await run(args)
    } catch (error) {
      throw error instanceof Error ? failureOf(error, args.context.requestId) : error
    }
  }) as H
}

/** @throws data with status 400 when what was sent is no form */
async function readForm(formData: () => Promise<FormData>, { signal }: Request): Promise<FormData> {
  const form = await formData().catch((error: unknown) => {
    if (signal.aborted) throw error
    throw data({ code: 'bad_request' }, { status: 400 })
  })

  return withoutNul(form)
}

/** NUL is no text that anybody types; PostgreSQL refuses it. */
function withoutNul(form: FormData): FormData {
  const clean = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') clean.append(name, value.replaceAll('\0', ''))
    else clean.append(name, value)
  }

  return clean
}

/**
 * What Remix passes on to the error page as it is, while it takes the cause to `handleError` (entry.server), which logs it.
 * No Error itself: those are emptied on their way to the browser. The cause is not enumerable, so it stays here.
 */
function failureOf(error: Error, requestId: string): object {
  const failure = {
    status: 500,
    statusText: 'Internal Server Error',
    internal: false,
    data: { code: INTERNAL_ERROR, requestId },
  }

  return Object.defineProperty(failure, 'error', { value: error })
}
