import { pool } from '../db/client.server.ts'

/** Whether the database answers and its newest migration is applied. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    const { rows } = await pool.query<{ pending: string }>(
      'SELECT count(*) AS pending FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )

    return rows[0]?.pending === '0'
  } catch {
    return false
  }
}
