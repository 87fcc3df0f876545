import type { Adapter, DatabaseSession } from 'lucia'
import { db, pool } from '../db/client.server.ts'
import type { SessionUser } from './session-user.ts'
import { hashToken } from './tokens.server.ts'

/** What Lucia calls attributes: all that is known of a signed-in person but the id. */
export type UserAttributes = Omit<SessionUser, 'id'>

type SessionRow = SessionUser & { expiresAt: Date }

/**
 * Lucia's sessions in our tables (the official Prisma adapter stops at Prisma 5). What Lucia calls the session id is
 * the token of the cookie: it is hashed here and never stored.
 */
export const luciaAdapter: Adapter = {
  async getSessionAndUser(token) {
    // One statement instead of Prisma's two: every first request of a person in ten seconds asks.
    const { rows } = await pool.query<SessionRow>({
      name: 'session-and-user',
      text: `
        SELECT s.expires_at AS "expiresAt", u.id, u.role, u.login_name AS "loginName", u.full_name AS "fullName",
               u.unit_id AS "unitId", u.password_hash IS NOT NULL AS "hasPassword",
               coalesce((SELECT c.is_given FROM consent c WHERE c.user_id = u.id AND c.kind = 'processing'
                         ORDER BY c.recorded_at DESC LIMIT 1), false) AS "hasConsented"
        FROM session s JOIN user_account u ON u.id = s.user_id
        WHERE s.token_hash = $1 AND u.locked_at IS NULL`,
      values: [hashToken(token)],
    })
    const row = rows[0]
    if (!row) return [null, null]
    const { id, expiresAt, ...attributes } = row

    return [
      { id: token, userId: id, expiresAt, attributes: {} },
      { id, attributes },
    ]
  },

  /** The tokens are unknown here, so the ids are the hashes: good for listing, not for ending a session. */
  async getUserSessions(userId) {
    const rows = await db.session.findMany({ where: { userId } })

    return rows.map(({ tokenHash, expiresAt }): DatabaseSession => ({
      id: tokenHash,
      userId,
      expiresAt,
      attributes: {},
    }))
  },

  async setSession({ id, userId, expiresAt }) {
    await db.session.create({ data: { tokenHash: hashToken(id), userId, expiresAt } })
  },

  // The "many" form from here on: a session that another request has ended meanwhile is no error.
  async updateSessionExpiration(token, expiresAt) {
    await db.session.updateMany({ where: { tokenHash: hashToken(token) }, data: { expiresAt } })
  },

  async deleteSession(token) {
    await db.session.deleteMany({ where: { tokenHash: hashToken(token) } })
  },

  async deleteUserSessions(userId) {
    await db.session.deleteMany({ where: { userId } })
  },

  async deleteExpiredSessions() {
    await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
  },
}
