import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const READY_WITHIN_MS = 30_000
const STOPPED_WITHIN_MS = 20_000
const POLL_MS = 50

type AppSettings = {
  databaseUrl: string
  /** Default: a free one. A restart test gives the port of the process it killed. */
  port?: number
  env?: Record<string, string>
}

export type AppProcess = {
  /** http://127.0.0.1:PORT */
  origin: string
  port: number
  /** Everything the process printed so far. */
  logs(): string
  /** Sends the signal and waits until the process is gone; SIGKILL gives it no chance to tidy up. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Asks the process to end (SIGTERM). @throws Error when it does not end in time or ends with a failure. */
  stop(): Promise<void>
}

/**
 * Starts the production build in a process of its own and waits until it is ready for requests.
 * @throws Error with the process's output when it ends or is not ready in time.
 */
export async function startApp(settings: AppSettings): Promise<AppProcess> {
  const port = settings.port ?? (await findFreePort())
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['tests/setup/app-child.mjs'], {
    cwd: projectFolder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: settings.databaseUrl,
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))

  try {
    await waitUntilReady(child, origin)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`the application did not become ready; it said:\n${output}`, { cause: error })
  }

  return {
    origin,
    port,
    logs: () => output,
    kill: async (signal) => {
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
    stop: () => stopGently(child, () => output),
  }
}

async function waitUntilReady(child: ChildProcess, origin: string): Promise<void> {
  let lastFailure: unknown
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await wait(POLL_MS)) {
    if (hasEnded(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`)
    try {
      const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) })
      await response.arrayBuffer()
      if (response.ok) return
      lastFailure = new Error(`/readyz answered ${response.status}`)
    } catch (error) {
      lastFailure = error
    }
  }
  throw new Error(`not ready after ${READY_WITHIN_MS} ms`, { cause: lastFailure })
}

async function stopGently(child: ChildProcess, logs: () => string): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOPPED_WITHIN_MS) })
  child.kill('SIGTERM')
  try {
    await ended
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`the application did not end in ${STOPPED_WITHIN_MS} ms; it said:\n${logs()}`, {
      cause: error,
    })
  }
  if (child.exitCode !== 0 && child.signalCode !== 'SIGTERM') {
    throw new Error(`the application ended with ${child.exitCode ?? child.signalCode}; it said:\n${logs()}`)
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')

  return port
}
