import { disconnectDatabase } from '#app/db/client.server.ts'
import { applyRosterImport } from '#app/services/people/roster-import.server.ts'
import { applyUnitImport } from '#app/services/units/unit-import.server.ts'

/** Confirms an uploaded list in a process of its own, which a test can kill. Arguments: kind, draft and organizer. */
const [kind, id = '', actorId = ''] = process.argv.slice(2)
const apply = kind === 'units' ? applyUnitImport : applyRosterImport
await apply(id, { actorId, now: new Date() })
await disconnectDatabase()
