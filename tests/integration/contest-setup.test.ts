import { afterAll, expect, test } from 'vitest'
import { disconnectDatabase } from '#app/db/client.server.ts'
import { db } from '#app/db/client.server.ts'
import { action as editContest } from '#app/routes/organizer/contests/contest-edit.tsx'
import { action as contestRanking } from '#app/routes/organizer/contests/contest-ranking.tsx'
import { action as newContest } from '#app/routes/organizer/contests/contest-new.tsx'
import { loader as contestList } from '#app/routes/organizer/contests/contests.tsx'
import { loader as contestDocument } from '#app/routes/public/contest-document.ts'
import { makeContestCurrent } from '#app/services/contests/contest-setup.server.ts'
import { getCurrentContestId } from '#app/services/contests/contests.server.ts'
import { seedRound } from '../factories/contests.ts'
import { seedOrganizer, seedSession } from '../factories/people.ts'
import { answerOf, argsOf } from '../factories/visits.ts'

afterAll(disconnectDatabase)

const typed = {
  title: 'Cuộc thi tìm hiểu Luật mẫu',
  slug: '',
  organizerName: 'Ban Tổ chức mẫu',
  parentBody: 'UBND TỈNH MẪU',
  issuingBody: 'BAN TỔ CHỨC',
  place: 'Mẫu Sơn',
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  summary: 'Dành cho mọi người.',
  rulesText: '- Tự làm bài',
  contactText: '',
  noticeVersion: '2026-12',
}

async function post(
  action: typeof newContest | typeof editContest | typeof contestRanking,
  form: FormData | Record<string, string>,
  slug?: string,
) {
  const cookie = await seedSession((await seedOrganizer()).id)
  const body = form instanceof FormData ? form : new URLSearchParams(form)

  return answerOf(
    action({
      ...argsOf('/to-chuc/cuoc-thi', { params: slug ? { slug } : {}, cookie }),
      request: new Request('http://localhost/to-chuc/cuoc-thi', {
        method: 'POST',
        headers: { Cookie: cookie },
        body,
      }),
    }),
  )
}

test('an empty installation leads to the first contest; it is the current one at once, a second is not', async () => {
  const cookie = await seedSession((await seedOrganizer()).id)
  expect(await answerOf(contestList(argsOf('/to-chuc/cuoc-thi', { cookie })))).toMatchObject({
    status: 302,
    location: '/to-chuc/cuoc-thi/moi',
  })

  expect(await post(newContest, { ...typed, organizerName: ' ' })).toMatchObject({
    status: 422,
    body: { contest: { problems: { organizerName: 'organizer_missing' }, values: { title: typed.title } } },
  })
  expect(await post(newContest, typed)).toMatchObject({
    status: 302,
    location: '/to-chuc/cuoc-thi/cuoc-thi-tim-hieu-luat-mau?xong=tao',
  })
  const first = await getCurrentContestId()
  expect(await db.contest.findFirst()).toMatchObject({
    id: first,
    startsOn: new Date('2026-12-01T00:00:00Z'),
  })

  expect((await post(newContest, { ...typed, slug: 'nam-sau' })).status).toBe(302)
  expect(await getCurrentContestId()).toBe(first)
  const organizer = await seedOrganizer()
  await makeContestCurrent('nam-sau', organizer.id, new Date())
  expect(await db.contest.findUnique({ where: { slug: 'nam-sau' } })).toMatchObject({
    id: await getCurrentContestId(),
  })
})

test('an address taken, or a form that somebody else has saved meanwhile, is refused with what was typed', async () => {
  const slug = 'nam-sau'
  expect(await post(newContest, { ...typed, slug })).toMatchObject({
    status: 409,
    body: { contest: { problems: { slug: 'slug_taken' } } },
  })
  const save = (title: string) => post(editContest, { ...typed, slug, title, revision: '0' }, slug)
  expect((await save('Tên thứ nhất')).status).toBe(302)
  expect(await save('Tên thứ hai')).toMatchObject({
    status: 409,
    body: { contest: { refusal: 'settings_changed', values: { title: 'Tên thứ hai' } }, revision: 1 },
  })
})

test('a PDF is served as a download that can run nothing; a file that is none is refused', async () => {
  const add = (content: string) => {
    const form = new FormData()
    form.set('intent', 'add-document')
    form.set('documentTitle', 'Kế hoạch')
    form.set('documentFile', new File([content], 'Kế hoạch số 1.pdf', { type: 'application/pdf' }))

    return post(editContest, form, 'nam-sau')
  }
  expect(await add('<script>alert(1)</script>')).toMatchObject({
    status: 422,
    body: { document: { problems: { file: 'document_not_pdf' }, values: { title: 'Kế hoạch' } } },
  })
  expect((await add('%PDF-1.7\nmẫu')).status).toBe(302)
  const { id } = await db.contestDocument.findFirstOrThrow()
  const response = await contestDocument(argsOf('/', { params: { documentId: id } }))

  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; .*K%E1%BA%BF%20ho/)
  expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(await response.text()).toBe('%PDF-1.7\nmẫu')
  await post(editContest, { intent: 'remove-document', documentId: id }, 'nam-sau')
  expect((await answerOf(contestDocument(argsOf('/', { params: { documentId: id } })))).status).toBe(404)
})

test('how a contest ranks is set before its first round opens, logged, and locked from then on', async () => {
  await post(newContest, { ...typed, title: 'Cuộc thi có xếp hạng chung' })
  const slug = 'cuoc-thi-co-xep-hang-chung'
  const ranking = {
    combine: 'best_round',
    prizesPerPerson: 'one',
    unitFormula: 'rate_and_prizes',
    prizePoints: '10, 8, 6',
    bestCount: '10',
    sizeClassLimits: '50, 200',
    complaintWindowHours: '48',
    complaintAnswerDays: '7',
  }
  const save = (changes: Record<string, string>, revision: string) =>
    post(contestRanking, { ...ranking, ...changes, revision }, slug)

  expect(await save({ sizeClassLimits: '200, 50' }, '0')).toMatchObject({
    status: 422,
    body: { problems: { sizeClassLimits: 'size_classes_invalid' }, values: { prizePoints: '10, 8, 6' } },
  })
  expect((await save({}, '0')).location).toBe(`/to-chuc/cuoc-thi/${slug}/xep-hang?xong=luu`)
  expect(await save({ combine: 'sum' }, '0')).toMatchObject({
    status: 409,
    body: { refusal: 'settings_changed' },
  })
  const contest = await db.contest.findUniqueOrThrow({ where: { slug } })
  expect(contest).toMatchObject({
    boardPolicy: { combine: 'best_round', prizesPerPerson: 'one' },
    unitRanking: { formula: { by: 'rate_and_prizes', prizePoints: [10, 8, 6] }, sizeClassLimits: [50, 200] },
    complaintWindowHours: 48,
  })
  expect(await db.auditEvent.count({ where: { action: 'contest.rank', subject: `contest:${slug}` } })).toBe(1)

  await seedRound({ contestId: contest.id })
  expect(await save({ combine: 'sum' }, String(contest.revision))).toMatchObject({
    status: 409,
    body: { refusal: 'settings_locked' },
  })
})
