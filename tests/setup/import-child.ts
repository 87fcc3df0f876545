// The child process of cut-off-import.test.ts: imports an upload in a process that a test may kill at any moment.
import { applyQuestionImport } from '#app/services/questions/apply-question-import.server.ts'

const [bankSlug = '', importId = '', actorId = ''] = process.argv.slice(2)
await applyQuestionImport({ bankSlug, importId, actorId, now: new Date() })
