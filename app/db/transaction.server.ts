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

/** A statement that only watches and takes longer than this is given up. */
const WATCH_LIMIT_MS = 3_000
let watching: Promise<unknown> = Promise.resolve()

/**
 * Runs statements that only look, for pages that watch a running round. However many people watch, they take at most
 * one of the process's connections and never longer than a few seconds a statement: what a contest is watched with
 * must not slow the contest.
 * @throws the database's error query_canceled (see isQueryCanceled) when a statement takes too long
 */
export function inWatchTransaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const begin = `BEGIN READ ONLY; SET LOCAL statement_timeout = ${WATCH_LIMIT_MS}`
  const result = watching.then(() => runOnce(work, begin))
  watching = result.catch(() => undefined)

  return result
}

async function runOnce<T>(work: (client: pg.ClientBase) => Promise<T>, begin = 'BEGIN'): Promise<T> {
  const client = await pool.connect()
  let broken = false
  const onLost = (): void => void (broken = true)
  // Outside the pool nobody else listens, and an error event nobody listens to ends the process.
  client.on('error', onLost)
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('COMMIT')

    return result
  } catch (error) {
    // A connection that can't even roll back is thrown away instead of going back to the pool.
    await client.query('ROLLBACK').catch(() => (broken = true))
    throw error
  } finally {
    client.off('error', onLost)
    client.release(broken)
  }
}
