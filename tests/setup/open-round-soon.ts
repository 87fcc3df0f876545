import { db, disconnectDatabase } from '#app/db/client.server.ts'
import { renewQuestionSet } from '#app/services/rounds/schedule-rounds.server.ts'

/**
 * Moves the opening of a scheduled round to some milliseconds from now and publishes its settings anew, as if that time
 * had been typed: forms know minutes only, and no test should wait for one. Arguments: slug and milliseconds.
 */
const [slug = '', opensInMs = ''] = process.argv.slice(2)
const { id: actorId } = await db.user.findFirstOrThrow({ where: { role: { not: 'participant' } } })
const now = new Date()
await db.round.update({
  where: { slug },
  data: { opensAt: new Date(now.getTime() + Number(opensInMs)) },
})
await renewQuestionSet(slug, actorId, now)
await disconnectDatabase()
