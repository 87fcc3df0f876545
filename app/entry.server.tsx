import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { renderToPipeableStream } from 'react-dom/server'
import { logger } from './config/logger.server.ts'
import { contentSecurityPolicyOf } from './http/csp.server.ts'
import { paths } from './http/paths.ts'
import { SECURITY_HEADERS } from './http/security-headers.ts'
import { noteProblem } from './services/rounds/activity-counters.server.ts'

/** Renders a page whole: it is hashed for the policy and may be shared, so nothing is streamed. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  _context: AppLoadContext,
): Promise<Response> {
  const url = new URL(request.url)
  const html = await render(<RemixServer context={remixContext} url={url.href} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set(
    'Content-Security-Policy',
    contentSecurityPolicyOf(html, isFramedByPortals(url.pathname) ? 'anybody' : 'nobody'),
  )
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value)

  return new Response(html, { status, headers })
}

/** One page only: in a frame of somebody else a click can be meant for something else. */
function isFramedByPortals(pathname: string): boolean {
  return pathname.replace(/\/$/, '') === paths.embeddedBoard
}

/** Requests whose failure is in the log: the loaders of one page tend to fail together, of the same cause. */
const logged = new WeakSet<AppLoadContext>()

/** Our own failures: what was refused, and addresses and methods that don't exist, are the sender's affair. */
export function handleError(
  thrown: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  if (isRouteErrorResponse(thrown) && thrown.status < 500) return
  if (logged.has(context)) return
  logged.add(context)
  const error = causeOf(thrown)

  logger.error({ err: error, requestId: context.requestId }, 'page failed')
  noteProblem({
    requestId: context.requestId,
    place: `${request.method} ${new URL(request.url).pathname}`,
    error,
    now: context.now,
  })
}

/** What is behind a failure (server/guarded-routes). */
function causeOf(thrown: unknown): unknown {
  return isRouteErrorResponse(thrown) && 'error' in thrown ? thrown.error : thrown
}

function render(page: JSX.Element): Promise<string> {
  return new Promise((resolve, reject) => {
    const output = new PassThrough()
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => {
        resolve(text(output))
        pipe(output)
      },
      onShellError: reject,
      onError: reject,
    })
  })
}
