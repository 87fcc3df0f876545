import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { getSession } from '../auth/sessions.server.ts'
import { SaveAnswersSchema } from '../core/attempts/answers.ts'
import type { Role } from '../core/people/capabilities.ts'
import { DomainError } from '../core/domain-error.ts'
import { formatReceiptCode } from '../core/attempts/receipt.ts'
import type { RequestContext } from '../http/request-context.ts'
import { listPaperAnnouncements } from '../services/contests/announcement-lists.server.ts'
import { requireAttemptPulse, requireRunningAttempt } from '../services/attempts/attempt-views.server.ts'
import { submitAttempt } from '../services/attempts/end-attempt.server.ts'
import { requireReceipt } from '../services/attempts/results.server.ts'
import { saveAnswers } from '../services/attempts/save-answers.server.ts'
import { startAttempt } from '../services/attempts/start-attempt.server.ts'
import { readJsonBody } from './json-body.ts'
import { replyError, replyJson } from './replies.ts'

/**
 * The attempt endpoints of the public contract, served without Remix: a save costs one small request and one
 * statement, and thousands of them must pass while pages are rendered. docs/decisions/0006-fast-lane.md
 */
export type Reply = { status: number; body: unknown }
type Call = {
  id: string
  participantId: string
  role: Role
  hasConsented: boolean
  request: IncomingMessage
  context: RequestContext
}
type Endpoint = { method: string; path: RegExp; answer: (call: Call) => Promise<Reply> }

const ENDPOINTS: readonly Endpoint[] = [
  { method: 'PUT', path: /^\/api\/v1\/attempts\/([\w-]+)\/answers$/, answer: answerSave },
  { method: 'GET', path: /^\/api\/v1\/attempts\/([\w-]+)\/pulse$/, answer: answerPulse },
  { method: 'POST', path: /^\/api\/v1\/attempts\/([\w-]+)\/submission$/, answer: answerSubmission },
  { method: 'POST', path: /^\/api\/v1\/rounds\/([\w-]+)\/attempts$/, answer: answerStart },
  { method: 'GET', path: /^\/api\/v1\/attempts\/([\w-]+)$/, answer: answerAttempt },
]

/** @returns false when the request is for somebody else */
export function serveAttemptLane(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  context: RequestContext,
): boolean {
  if (!pathname.startsWith('/api/v1/attempts/') && !pathname.startsWith('/api/v1/rounds/')) return false

  for (const endpoint of ENDPOINTS) {
    const match = endpoint.method === request.method ? endpoint.path.exec(pathname) : null
    if (!match) continue

    void serve(endpoint, match[1] ?? '', request, response, context)

    return true
  }

  return false
}

async function serve(
  endpoint: Endpoint,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
): Promise<void> {
  try {
    const session = await getSession(request.headers.cookie ?? null, context.now)
    if (!session) throw new DomainError('not_signed_in')

    const { id: participantId, role, hasConsented } = session.user
    const { status, body } = await endpoint.answer({
      id,
      participantId,
      role,
      hasConsented,
      request,
      context,
    })
    replyJson(response, status, body)
  } catch (error) {
    replyError(response, error, context)
  }
}

/**
 * Staff take no papers, also those who were participants before: they may know the keys. Whoever never agreed to the
 * processing of personal data is sent to the pages, which ask.
 */
async function answerStart({
  id: roundSlug,
  participantId,
  role,
  hasConsented,
  context,
}: Call): Promise<Reply> {
  if (role !== 'participant') throw new DomainError('not_allowed')
  if (!hasConsented) throw new DomainError('consent_missing')
  const { now } = context
  const { attempt } = await startAttempt({ roundSlug, participantId, now })

  return { status: 201, body: attempt }
}

async function answerAttempt({ id, participantId, context: { now } }: Call): Promise<Reply> {
  return { status: 200, body: await requireRunningAttempt(id, participantId, now) }
}

/** The announcements come from memory; when they can't be read the time still can. */
async function answerPulse({ id, participantId, context: { now } }: Call): Promise<Reply> {
  const pulse = await requireAttemptPulse(id, participantId, now)
  const announcements = await listPaperAnnouncements(now).catch(() => undefined)

  return { status: 200, body: { ...pulse, announcements } }
}

/** 410 carries the counted result, so that a late page can show it at once. */
async function answerSave({ id, participantId, request, context: { now } }: Call): Promise<Reply> {
  const { revision, answers } = await readJsonBody(request, SaveAnswersSchema)
  try {
    return { status: 200, body: await saveAnswers({ attemptId: id, participantId, revision, answers, now }) }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'attempt_ended') throw error

    throw new DomainError('attempt_ended', { result: await receiptBody(id, participantId, now) })
  }
}

/** Text as typed; a number is taken too, because scripts send one. */
const SubmissionSchema = z.object({
  prediction: z.union([z.string().max(40), z.number().transform(String)]).nullish(),
})

async function answerSubmission({ id, participantId, request, context: { now } }: Call): Promise<Reply> {
  const { prediction } = await readJsonBody(request, SubmissionSchema)
  await submitAttempt({ attemptId: id, participantId, prediction: prediction ?? null, now })

  return { status: 200, body: await receiptBody(id, participantId, now) }
}

async function receiptBody(attemptId: string, participantId: string, now: Date) {
  const receipt = await requireReceipt(attemptId, participantId, now)

  return {
    ...receipt,
    receiptCode: formatReceiptCode(receipt.receiptCode),
    receiptPath: `/bien-nhan/${receipt.receiptCode}`,
  }
}
