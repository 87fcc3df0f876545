import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { getEnv } from '../config/env.server.ts'
import { PrismaClient } from './generated/client.ts'
import type { Prisma } from './generated/client.ts'

/**
 * Connections of one application process, shared by Prisma and by the few hand-written statements of the
 * answer path. With PostgreSQL's default of 100 connections four processes fit on one database.
 */
const POOL_SIZE = 20

/** Longer than any wait in an opening minute, shorter than browsers and proxies wait for an answer. */
const CONNECT_TIMEOUT_MS = 15_000

export const pool = new pg.Pool({
  connectionString: getEnv().DATABASE_URL,
  max: POOL_SIZE,
  // Without a bound requests pile up as long as the database's machine answers nothing at all.
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  // Prisma's adapter sends instants without an offset: a server set to local time would shift them by hours.
  options: '-c TimeZone=UTC',
})

// An idle connection that breaks (database restarted) must not end the process; the pool opens a new one.
pool.on('error', () => undefined)

/** The only PrismaClient of the process. */
export const db = new PrismaClient({
  // The longer forms quote the values of a query, which end up in the log.
  errorFormat: 'minimal',
  // Prisma gives up waiting for a connection after two seconds, less than a hall of people registering at once may take.
  transactionOptions: { maxWait: CONNECT_TIMEOUT_MS },
  adapter: new PrismaPg(pool, { disposeExternalPool: false }),
})

/** What a use case needs to run inside somebody else's transaction. */
export type Tx = Prisma.TransactionClient

export async function disconnectDatabase(): Promise<void> {
  await db.$disconnect()
  await pool.end()
}
