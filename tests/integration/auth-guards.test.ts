import { afterAll, expect, test } from 'vitest'
import { getUser, requireParticipant, requireStaff, requireUser } from '#app/auth/guards.server.ts'
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'

afterAll(disconnectDatabase)

test('who is not signed in is led to the sign-in page and from there back', async () => {
  for (const guard of [requireUser, requireParticipant, forOrganizers]) {
    const answer: unknown = await guard(requestTo('/to-chuc/dot-thi?trang=2&tim=đợt 1')).catch(
      (error: unknown) => error,
    )
    if (!(answer instanceof Response)) throw new Error('the guard let the request through')
    const location = new URL(answer.headers.get('Location') ?? '', 'http://localhost')

    expect(answer.status).toBe(302)
    expect(location.pathname).toBe('/dang-nhap')
    expect(decodeURI(location.searchParams.get('tiep') ?? '')).toBe('/to-chuc/dot-thi?trang=2&tim=đợt 1')
  }
})

test('a participant is no organizer and an organizer is no participant', async () => {
  const participant = await seedParticipant()
  const organizer = await seedOrganizer()
  const asParticipant = requestTo('/', await seedSession(participant.id))
  const asOrganizer = requestTo('/', await seedSession(organizer.id))

  await expect(requireParticipant(asParticipant)).resolves.toMatchObject({ id: participant.id })
  await expect(forOrganizers(asOrganizer)).resolves.toMatchObject({ id: organizer.id })
  await expect(forOrganizers(asParticipant)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(requireParticipant(asOrganizer)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a reviewer is let in where questions are approved and nowhere else', async () => {
  const { id } = await db.user.create({
    data: { role: 'reviewer', loginName: 'nguoi.duyet', fullName: 'Người duyệt', createdAt: new Date() },
  })
  const asReviewer = requestTo('/', await seedSession(id))

  await expect(requireStaff(asReviewer, 'questions.approve')).resolves.toMatchObject({ id })
  await expect(requireStaff(asReviewer, 'questions.write')).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(requireStaff(asReviewer, 'people.read')).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a page for everybody knows who is signed in and does not mind when nobody is', async () => {
  const participant = await seedParticipant()

  expect(await getUser(requestTo('/'))).toBeNull()
  expect((await getUser(requestTo('/', await seedSession(participant.id))))?.id).toBe(participant.id)
})

const forOrganizers = (request: Request) => requireStaff(request, 'contest.manage')

function requestTo(path: string, cookie?: string): Request {
  return new Request(`http://localhost${path}`, { headers: cookie ? { Cookie: cookie } : {} })
}
