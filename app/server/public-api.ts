import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { DomainError } from '../core/domain-error.ts'
import { questionCountOf } from '../core/rounds/blueprint.ts'
import type { RequestContext } from '../http/request-context.ts'
import { BOARD_PAGE_SIZE, getBoardPage, listUnitRows } from '../services/boards/boards.server.ts'
import { requireCurrentContest } from '../services/contests/contests.server.ts'
import type { ContestWithRounds } from '../services/contests/contests.server.ts'
import { listRoundCounts } from '../services/boards/participation.server.ts'
import { requirePublicRound } from '../services/rounds/rounds.server.ts'
import openApi from './openapi.json' with { type: 'json' }
import { replyError, stringify } from './replies.ts'

/** Public JSON for portals and scripts: the same for everybody, so no cookie is read and any site may fetch it. */
type Answer = (match: RegExpExecArray, url: URL, now: Date) => Promise<unknown>

const ENDPOINTS: readonly { path: RegExp; answer: Answer }[] = [
  { path: /^\/api\/v1\/rounds$/, answer: answerRounds },
  { path: /^\/api\/v1\/rounds\/([\w-]+)$/, answer: answerRound },
  { path: /^\/api\/v1\/rounds\/([\w-]+)\/standings$/, answer: answerRoundStandings },
  { path: /^\/api\/v1\/standings$/, answer: answerOverallStandings },
  { path: /^\/api\/v1\/statistics$/, answer: answerStatistics },
  { path: /^\/api\/v1\/openapi\.json$/, answer: () => Promise.resolve(openApi) },
]

/** @returns false when the request is for somebody else */
export function servePublicApi(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: RequestContext,
): boolean {
  if (request.method !== 'GET' || !url.pathname.startsWith('/api/v1/')) return false

  for (const { path, answer } of ENDPOINTS) {
    const match = path.exec(url.pathname)
    if (!match) continue

    answer(match, url, context.now)
      .then((body) => replyPublic(request, response, body))
      .catch((error: unknown) => replyError(response, error, context))

    return true
  }

  return false
}

function replyPublic(request: IncomingMessage, response: ServerResponse, body: unknown): void {
  const bytes = Buffer.from(stringify(body))
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=2',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()

    return
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
  })
  response.end(bytes)
}

async function answerRounds(_match: RegExpExecArray, _url: URL, now: Date): Promise<unknown> {
  const contest = await requireCurrentContest(now)

  return {
    serverNow: now,
    contest: { slug: contest.slug, title: contest.title },
    rounds: contest.rounds.map(publicRound),
  }
}

async function answerRound(match: RegExpExecArray, _url: URL, now: Date): Promise<unknown> {
  return { serverNow: now, ...publicRound(await requirePublicRound(match[1] ?? '', now)) }
}

async function answerRoundStandings(match: RegExpExecArray, url: URL, now: Date): Promise<unknown> {
  const round = await requirePublicRound(match[1] ?? '', now)
  if (round.kind === 'practice') throw new DomainError('not_found')

  return {
    round: round.slug,
    phase: round.phase,
    policy: round.rankingPolicy,
    ...(await standings(round.id, url, now)),
  }
}

async function answerOverallStandings(_match: RegExpExecArray, url: URL, now: Date): Promise<unknown> {
  const contest = await requireCurrentContest(now)

  return { contest: contest.slug, ...(await standings(contest.id, url, now)) }
}

async function answerStatistics(_match: RegExpExecArray, _url: URL, now: Date): Promise<unknown> {
  const contest = await requireCurrentContest(now)
  const [rounds, units] = await Promise.all([
    Promise.all(contest.rounds.map((round) => publicCounts(round, contest.id, now))),
    listUnitRows(contest.id, now),
  ])

  return {
    rounds,
    units: units.map(({ name, headCount, people, attempts }) => ({ name, headCount, people, attempts })),
  }
}

/** Numbers of a round: those of its board, as old as they are there; of practice, which has none, its attempts. */
async function publicCounts(
  { id, slug, phase, kind }: ContestWithRounds['rounds'][number],
  contestId: string,
  now: Date,
): Promise<Record<string, unknown>> {
  if (kind === 'practice') {
    const counts = (await listRoundCounts(contestId)).find(({ roundId }) => roundId === id)

    return { slug, phase, people: counts?.people ?? 0, attempts: counts?.ended ?? 0 }
  }
  const { people, attempts } = await getBoardPage({ boardId: id, page: 1, search: '', unitId: null, now })

  return { slug, phase, people, attempts }
}

/** Ids of people stay inside: a row is told by rank, shown name and unit. */
async function standings(boardId: string, url: URL, now: Date): Promise<Record<string, unknown>> {
  const page = await getBoardPage({
    boardId,
    page: Math.min(100_000, Math.max(1, Number(url.searchParams.get('page')) || 1)),
    search: (url.searchParams.get('q') ?? '').slice(0, 80),
    unitId: url.searchParams.get('unit'),
    now,
  })

  return {
    people: page.people,
    attempts: page.attempts,
    visibility: page.visibility,
    page: page.page,
    pageSize: BOARD_PAGE_SIZE,
    pageCount: page.pageCount,
    matchCount: page.matchCount,
    rows: page.rows.map(({ participantId: _private, ...row }) => row),
  }
}

function publicRound(round: ContestWithRounds['rounds'][number]): Record<string, unknown> {
  return {
    slug: round.slug,
    title: round.title,
    kind: round.kind,
    phase: round.phase,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    durationMs: round.durationMs,
    questionCount: questionCountOf(round.blueprint),
    attemptsAllowed: round.attemptsAllowed,
    endRule: round.endRule,
    prediction: round.predictionKind && { kind: round.predictionKind, prompt: round.predictionPrompt },
    rankingPolicy: round.rankingPolicy,
  }
}
