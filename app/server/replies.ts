import type { ServerResponse } from 'node:http'
import { DomainError } from '../core/domain-error.ts'
import { INTERNAL_ERROR, createProblem, problemOf } from '../http/problem.ts'
import { logger } from '../config/logger.server.ts'
import type { RequestContext } from '../http/request-context.ts'
import { noteProblem } from '../services/rounds/activity-counters.server.ts'

/** Answers with JSON that no cache may keep. BigInts (guesses, truths) go out as strings. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  contentType = 'application/json',
): void {
  const bytes = Buffer.from(stringify(body))
  response.writeHead(status, {
    'Content-Type': `${contentType}; charset=utf-8`,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(bytes)
}

/** Answers a failure of the fast lane: a refusal as it is, anything else logged once and hidden. */
export function replyError(
  response: ServerResponse,
  error: unknown,
  { requestId, now }: RequestContext,
): void {
  // Whoever asked is gone, often in the middle of a sentence: nothing failed, and nobody waits for an answer.
  if (response.headersSent || response.destroyed) {
    response.destroy()

    return
  }
  if (error instanceof DomainError) {
    const problem = problemOf(error, requestId)
    replyJson(response, problem.status, problem, 'application/problem+json')

    return
  }
  logger.error({ err: error, requestId }, 'request failed')
  noteProblem({ requestId, place: `${response.req.method} ${response.req.url}`, error, now })
  replyJson(response, 500, createProblem(INTERNAL_ERROR, 500, requestId), 'application/problem+json')
}

export function stringify(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}
