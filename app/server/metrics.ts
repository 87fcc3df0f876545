import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { noteReply } from '../services/rounds/activity-counters.server.ts'
import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from 'prom-client'

collectDefaultMetrics()

const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to finished response, by lane and status class',
  labelNames: ['lane', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
})

const openRequests = new Gauge({ name: 'http_requests_open', help: 'Requests being answered now' })
const failures = new Counter({ name: 'http_failures_total', help: 'Responses with a status of 500 or more' })

export type Lane = 'attempt' | 'api' | 'static' | 'page' | 'probe'

/** Counts a request from now until its response is finished or its connection lost. */
export function observeRequest(response: ServerResponse, laneOf: () => Lane): void {
  const startedAtMs = performance.now()
  openRequests.inc()
  response.once('close', () => {
    openRequests.dec()
    const status = `${Math.floor(response.statusCode / 100)}xx`
    requestSeconds.observe({ lane: laneOf(), status }, (performance.now() - startedAtMs) / 1000)
    if (response.statusCode >= 500) failures.inc()
    // A probe that says "not ready" is no error, and watchers' own probes are no work.
    if (laneOf() !== 'probe') noteReply(response.statusCode)
  })
}

/** Prometheus text; only for holders of the token, or for callers on this machine when no token is set. */
export async function serveMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  token: string | undefined,
): Promise<void> {
  if (!mayReadMetrics(request, token)) {
    response.writeHead(404).end()

    return
  }
  const text = await register.metrics()
  response.writeHead(200, { 'Content-Type': register.contentType, 'Cache-Control': 'no-store' }).end(text)
}

/** Headers of which every common proxy adds at least one, unless it was told nothing at all: then the host gives it away. */
const SIGNS_OF_A_PROXY = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
]
const LOOPBACK_ADDRESSES: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSameSecret(headers.authorization ?? '', `Bearer ${token}`)

  const isForwarded = SIGNS_OF_A_PROXY.some((name) => headers[name] !== undefined)

  return (
    !isForwarded &&
    LOOPBACK_ADDRESSES.includes(socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(headers.host ?? '')
  )
}

/** In the same time whatever is wrong with it. */
function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()

  return timingSafeEqual(digest(given), digest(secret))
}
