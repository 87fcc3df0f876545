import { disconnectDatabase } from '#app/db/client.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import { makeBank, makeTopic } from '../factories/contests.ts'
import { seedOrganizer, seedParticipant, seedSession } from '../factories/people.ts'

/**
 * What a fresh installation has before its first contest: a bank, somebody who runs it, somebody who will take part.
 * Run in a process of its own with DATABASE_URL; prints the Cookie headers of both as JSON.
 */
await loadBank(makeBank([makeTopic('chung', 12)], 'ngan-hang-mau'), new Date())
const organizer = await seedOrganizer()
const participant = await seedParticipant({ fullName: 'Nguyễn Mẫu An' })
console.log(
  JSON.stringify({
    organizer: await seedSession(organizer.id),
    participant: await seedSession(participant.id),
  }),
)
await disconnectDatabase()
