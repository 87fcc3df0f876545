// The child process of app-process.ts: the production build with the launcher's settings and shutdown, but without its
// preparation (install, build, migrations), so that a test may kill it at any moment.
import { parseEnv } from '../../app/config/env.server.ts'

const { startServer } = await import('../../build/server/index.js')
const server = await startServer({ env: parseEnv(process.env) })

process.once('SIGTERM', () => void server.close().then(() => process.exit()))
