import type pg from 'pg'
import { pool } from './client.server.ts'
import { isRetryable } from './errors.server.ts'

const MAX_TRIES = 3

/**
 * Runs hand-written statements in one transaction; a deadlock or serialization failure is tried again.
 * For the paths where a use case can't afford Prisma's extra round trips: ending attempts and standings.
 */
export async function inTransaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await runOnce(work)
    } catch (error) {
      if (tries >= MAX_TRIES || !isRetryable(error)) throw error
    }
  }
}

async function runOnce<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')

    return result
  } catch (error) {
    // A connection that can't even roll back is thrown away instead of going back to the pool.
    await client.query('ROLLBACK').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}
