/**
 * Run as a process of its own with the DATABASE_URL of an installation: a browser test's worker has loaded the services
 * for another database already. Prints what the test needs as one JSON line.
 */
import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { startAttempt } from '#app/services/attempts/start-attempt.server.ts'
import { seedParticipant, seedSession } from '../factories/people.ts'

const OPEN_ROUND = 'dot-2'
const now = new Date()
const { id: organizerId } = await db.user.create({
  data: { role: 'organizer', loginName: 'ban-to-chuc', fullName: 'Ban Tổ chức', createdAt: now },
})
const { id: unitId } = await db.unit.findFirstOrThrow({ orderBy: { position: 'asc' } })
const sittings = []
for (const fullName of ['Đặng Thị Ngọc Ánh', 'Lê Văn Ấm', 'Trần Quốc Bảo']) {
  const { id: participantId } = await seedParticipant({ fullName, unitId })
  const { attemptId } = await startAttempt({ roundSlug: OPEN_ROUND, participantId, now })
  sittings.push({ fullName, attemptId, cookie: await seedSession(participantId) })
}
console.log(JSON.stringify({ organizer: await seedSession(organizerId), sittings }))
await disconnectDatabase()
