import pg from 'pg'
import { round } from './measure.ts'

/**
 * What the database alone can do: the same durable single-row UPDATE as a save, issued straight to it over the
 * same number of connections, one statement per round trip.
 * @returns updates per second
 */
export async function measureWriteLimit(
  databaseUrl: string,
  attemptIds: readonly string[],
  connections: number,
  durationMs: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()

      return client
    }),
  )
  const endsAtMs = performance.now() + durationMs
  const startedAtMs = performance.now()
  const counts = await Promise.all(
    clients.map((client, index) => updateUntil(client, attemptIds, index, endsAtMs)),
  )
  const elapsedS = (performance.now() - startedAtMs) / 1000
  await Promise.all(clients.map((client) => client.end()))

  return round(counts.reduce((sum, count) => sum + count, 0) / elapsedS, 0)
}

async function updateUntil(
  client: pg.Client,
  attemptIds: readonly string[],
  offset: number,
  endsAtMs: number,
): Promise<number> {
  let count = 0
  while (performance.now() < endsAtMs) {
    // Each connection walks the attempts from a place of its own, so that rows seldom meet.
    const attemptId = attemptIds[(offset * 997 + count) % attemptIds.length]
    await client.query({
      name: 'limit',
      text: `UPDATE attempt SET answers = answers || '{}'::jsonb, revision = revision + 1, saved_at = now() WHERE id = $1`,
      values: [attemptId],
    })
    count++
  }

  return count
}
