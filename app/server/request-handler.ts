import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Env } from '../config/env.server.ts'
import { createProblem } from '../http/problem.ts'
import type { RequestContext } from '../http/request-context.ts'
import { PROCESS_ID } from '../services/rounds/activity-counters.server.ts'
import { isDatabaseReady } from '../services/health.server.ts'
import { serveAttemptLane } from './attempt-lane.ts'
import { headersOfEveryAnswer } from './answer-headers.ts'
import { clientAddressOf, createProxyWarning, requestedOriginOf } from './client-address.ts'
import { observeRequest, serveMetrics } from './metrics.ts'
import type { Lane } from './metrics.ts'
import type { PageLane } from './page-lane.ts'
import { servePublicApi } from './public-api.ts'
import { parseTarget } from './request-target.ts'
import { replyError, replyJson } from './replies.ts'
import { isFromOwnPages } from './same-origin.ts'
import type { StaticFiles } from './static-files.ts'

/** Others, such as TRACE or those of file servers, have no meaning here and make the page lane fail. */
const METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

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
  const headers = headersOfEveryAnswer(parts.env)
  const warnOfUnknownProxy = createProxyWarning(parts.env)

  return (request, response) => {
    const context: RequestContext = {
      requestId: nextRequestId(),
      now: new Date(),
      address: clientAddressOf(request, parts.env.TRUST_PROXY),
    }
    response.setHeader('X-Request-Id', context.requestId)
    for (const [name, value] of headers) response.setHeader(name, value)
    warnOfUnknownProxy(request)
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
  const url = parseTarget(request, `${protocol}//${host}`)
  if (!url) {
    replyProblem(response, 'bad_request', 400, context)

    return 'page'
  }
  if (!METHODS.includes(request.method ?? '')) {
    replyProblem(response, 'method_not_allowed', 405, context)

    return 'page'
  }
  // During a shutdown connections are told to close, so that clients turn to another process.
  if (isDraining()) response.setHeader('Connection', 'close')
  if (serveProbe(request, response, url.pathname, env.METRICS_TOKEN, isDraining)) return 'probe'

  if (!isFromOwnPages(request, host)) {
    replyProblem(response, 'foreign_origin', 403, context)

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

function replyProblem(
  response: ServerResponse,
  code: string,
  status: number,
  { requestId }: RequestContext,
): void {
  replyJson(response, status, createProblem(code, status, requestId), 'application/problem+json')
}
