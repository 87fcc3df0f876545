import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('closing.ts', import.meta.url))

/** What closing.ts prints: of each step its time, memory, and what people in the open round waited for meanwhile. */
export type ClosingResult = {
  attempts: number
  people: number
  regraded: number
  fileMb: number
  peakRssMb: number
  differences: number
  errors: number
  steps: Record<string, Record<string, number>>
}

/** Closes and regrades a round of so many attempts in a process of its own. @throws Error when that process fails */
export async function measureClosing(databaseUrl: string, attempts: number): Promise<ClosingResult> {
  const child = spawn(process.execPath, [SCRIPT, String(attempts)], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`closing ended with ${code}`)

  return JSON.parse(output) as ClosingResult
}
