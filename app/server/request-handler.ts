import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Env } from '../config/env.server.ts'
import { createProblem } from '../http/problem.ts'
import type { RequestContext } from '../http/request-context.ts'
import { PROCESS_ID } from '../services/activity-counters.server.ts'
import { isDatabaseReady } from '../services/health.server.ts'
import { serveAttemptLane } from './attempt-lane.ts'
import { clientAddressOf, requestedOriginOf } from './client-address.ts'
import { observeRequest, serveMetrics } from './metrics.ts'
import type { Lane } from './metrics.ts'
import type { PageLane } from './page-lane.ts'
import { servePublicApi } from './public-api.ts'
import { replyError, replyJson } from './replies.ts'
import { isFromOwnPages } from './same-origin.ts'
import type { StaticFiles } from './static-files.ts'

let requestCount = 0

function nextRequestId(): string {
  return `${PROCESS_ID}-${(++requestCount).toString(36)}`
}

export type HandlerParts = {
  env: Env
  servePage: PageLane
  serveStatic: StaticFiles
  isDraining: () => boolean
}

/** One way for every request: probes, same-origin check, attempt lane, public API, files, pages. */
export function createRequestListener(parts: HandlerParts): RequestListener {
  return (request, response) => {
    const context: RequestContext = {
      requestId: nextRequestId(),
      now: new Date(),
      address: clientAddressOf(request, parts.env.TRUST_PROXY),
    }
    response.setHeader('X-Request-Id', context.requestId)
    let lane: Lane = 'page'
    observeRequest(response, () => lane)
    lane = route(request, response, context, parts)
  }
}

function route(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  { env, servePage, serveStatic, isDraining }: HandlerParts,
): Lane {
  const { host, protocol } = requestedOriginOf(request, env.TRUST_PROXY)
  const url = parseUrl(request.url, `${protocol}//${host}`)
  if (!url) {
    replyJson(response, 400, createProblem('bad_request', 400, context.requestId), 'application/problem+json')

    return 'page'
  }
  // During a shutdown connections are told to close, so that clients turn to another process.
  if (isDraining()) response.setHeader('Connection', 'close')
  if (serveProbe(request, response, url.pathname, env.METRICS_TOKEN, isDraining)) return 'probe'

  if (!isFromOwnPages(request, host)) {
    replyJson(
      response,
      403,
      createProblem('foreign_origin', 403, context.requestId),
      'application/problem+json',
    )

    return 'page'
  }
  if (serveAttemptLane(request, response, url.pathname, context)) return 'attempt'
  if (servePublicApi(request, response, url, context)) return 'api'

  let lane: Lane = 'static'
  serveStatic(request, response, () => {
    lane = 'page'
    servePage(request, response, url, context).catch((error: unknown) => replyError(response, error, context))
  })

  return lane
}

function serveProbe(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  metricsToken: string | undefined,
  isDraining: () => boolean,
): boolean {
  switch (pathname) {
    case '/healthz':
      replyJson(response, 200, { status: 'ok' })

      return true
    case '/readyz':
      void answerReadiness(response, isDraining)

      return true
    case '/metrics':
      void serveMetrics(request, response, metricsToken)

      return true
    default:
      return false
  }
}

async function answerReadiness(response: ServerResponse, isDraining: () => boolean): Promise<void> {
  const isReady = !isDraining() && (await isDatabaseReady())
  replyJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not_ready' })
}

function parseUrl(path: string | undefined, origin: string): URL | null {
  // A path such as "//host" would otherwise be read as another host.
  return URL.parse(`${origin}${path?.startsWith('/') ? path : '/'}`)
}
