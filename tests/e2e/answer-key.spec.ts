import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '../setup/e2e-fixtures.ts'
import { seedSignedInParticipant } from '../setup/e2e-people.ts'

/** The open round of the sample contest and the topics its papers are drawn from. */
const OPEN_ROUND = 'dot-2'
const SECRET_TOPICS = ['emulation-titles', 'orders']

/** What other sites show of the contest. */
const FOR_PORTALS = [
  '/cong-thong-tin',
  `/nhung/bang-xep-hang?so=50&dot=${OPEN_ROUND}`,
  `/nhung/bang-xep-hang.data?dot=${OPEN_ROUND}`,
  '/nhung/banner/212x800.svg',
  '/nhung/banner/212x800.png',
]

/** Pages looked at by one visitor; the site has far fewer addresses than this. */
const MAX_PAGES = 300
const PAGES_AT_ONCE = 6

/** Addresses that a page, its scripts or its data name. */
const ADDRESS =
  /(?:href|src|action|content)="(\/[^"#]*)"|"(\/(?:assets|nhung|dot-thi|ket-qua|bien-nhan|api)\/[^"\\#]*)"/g

/** What nobody may read while the round is open: its explanations, and evidence that no question itself quotes. */
async function readSecrets(): Promise<string[]> {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const { db } = await import('#app/db/client.server.ts')
  const versions = await db.questionVersion.findMany({
    where: { question: { topic: { code: { in: SECRET_TOPICS } } } },
    select: { stem: true, options: true, explanation: true, evidence: true },
  })
  const served = versions.flatMap((version) => [version.stem, ...version.options]).join('\n')
  const evidence = versions.flatMap((version) => version.evidence)

  return [
    ...versions.map((version) => version.explanation),
    ...evidence.filter((phrase) => phrase.length > 30 && !served.includes(phrase)),
  ]
}

type Visited = { path: string; body: string }

/** Scripts and pictures are the same for everybody: one visitor's look at them is enough. */
const seenAssets = new Set<string>()

/** Follows every address from the start pages on, as this visitor. */
async function crawl(
  request: APIRequestContext,
  start: readonly string[],
  headers: Record<string, string>,
): Promise<Visited[]> {
  const seen = new Set(start)
  const visited: Visited[] = []
  const visit = async (path: string): Promise<string[]> => {
    const response = await request.get(path, { headers, maxRedirects: 0, failOnStatusCode: false })
    const body = (await response.body()).toString('utf8')
    visited.push({ path, body })

    return [...body.matchAll(ADDRESS)].map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'))
  }
  for (let next = [...start]; next.length > 0 && visited.length < MAX_PAGES;) {
    const batch = next.splice(0, PAGES_AT_ONCE)
    for (const path of (await Promise.all(batch.map(visit))).flat()) {
      const known = path.startsWith('/assets/') ? seenAssets : seen
      if (path === '' || known.has(path) || /dang-xuat|\.woff2/.test(path)) continue
      known.add(path)
      next.push(path)
    }
  }

  return visited
}

test('invariant 2: the key never leaves the server while a round is open, in no page, data, script or reply', async ({
  request,
  origin,
}) => {
  test.slow()
  const secrets = await readSecrets()
  const { cookie } = await seedSignedInParticipant(origin)
  const headers = { cookie, 'content-type': 'application/json' }
  const replies: string[] = []
  const call = async (method: 'post' | 'put' | 'get', path: string, data?: unknown) => {
    const response = await request[method](path, { headers, ...(data === undefined ? {} : { data }) })
    replies.push(await response.text())

    return (await response.json()) as Record<string, unknown>
  }
  const attempt = await call('post', `/api/v1/rounds/${OPEN_ROUND}/attempts`, {})
  const attemptPath = `/api/v1/attempts/${String(attempt.attemptId)}`
  await call('get', attemptPath)
  await call('get', `${attemptPath}/pulse`)
  await call('put', `${attemptPath}/answers`, { revision: 0, answers: { '1': [] } })
  await call('put', `${attemptPath}/answers`, { revision: 0, answers: { '1': [] } })
  const whileRunning = await crawl(request, ['/', `/lam-bai/${String(attempt.attemptId)}`, '/tai-khoan'], {
    cookie,
  })
  const receipt = await call('post', `${attemptPath}/submission`, { prediction: '10' })
  await call('put', `${attemptPath}/answers`, { revision: 9, answers: { '1': [] } })
  const afterwards = await crawl(
    request,
    [
      `/ket-qua/${String(attempt.attemptId)}`,
      `/ket-qua/${String(attempt.attemptId)}.data`,
      String(receipt.receiptPath),
    ],
    { cookie },
  )
  const asVisitor = await crawl(
    request,
    [
      '/',
      '/_root.data',
      `/dot-thi/${OPEN_ROUND}.data`,
      '/api/v1/rounds',
      '/api/v1/openapi.json',
      '/api/v1/statistics',
      ...FOR_PORTALS,
    ],
    {},
  )
  const visited = [
    ...whileRunning,
    ...afterwards,
    ...asVisitor,
    ...replies.map((body) => ({ path: 'reply', body })),
  ]
  const leaks = visited.flatMap(({ path, body }) =>
    secrets.filter((secret) => body.includes(secret)).map((secret) => ({ path, secret })),
  )

  expect(secrets.length).toBeGreaterThan(100)
  expect(visited.length).toBeGreaterThan(30)
  expect(leaks).toEqual([])
})

test('a served option says nothing but its text and an id of this attempt', async ({ request, origin }) => {
  type Served = { paper: { stem: string; options: Record<string, string>[] }[] }
  const start = async () => {
    const { cookie } = await seedSignedInParticipant(origin)
    const response = await request.post(`/api/v1/rounds/${OPEN_ROUND}/attempts`, {
      headers: { cookie },
      data: {},
    })

    return (await response.json()) as Served
  }
  const papers = await Promise.all(Array.from({ length: 6 }, start))
  const options = papers.flatMap(({ paper }) => paper.flatMap((question) => question.options))
  const idsByText = Map.groupBy(options, (option) => option.text)
  const repeated = [...idsByText.values()].filter((group) => group.length > 1)

  expect(new Set(options.flatMap((option) => Object.keys(option)))).toEqual(new Set(['id', 'text']))
  expect(new Set(papers.flatMap(({ paper }) => paper.flatMap((question) => Object.keys(question))))).toEqual(
    new Set(['position', 'stem', 'isMultiple', 'options']),
  )
  expect(repeated.length).toBeGreaterThan(0)
  expect(repeated.every((group) => new Set(group.map((option) => option.id)).size === group.length)).toBe(
    true,
  )
})

test('the build ships no source maps', async ({ request }) => {
  const home = await (await request.get('/')).text()
  const scripts = [...home.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const answers = await Promise.all(
    scripts.map(async (script) => ({
      mapStatus: (await request.get(`${script}.map`)).status(),
      namesMap: (await (await request.get(script)).text()).includes('sourceMappingURL'),
    })),
  )

  expect(scripts.length).toBeGreaterThan(2)
  expect(answers.every(({ mapStatus, namesMap }) => mapStatus === 404 && !namesMap)).toBe(true)
})
