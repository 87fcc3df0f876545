import type { Adapter, DatabaseSession } from 'lucia'
import { db } from '../db/client.server.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { SessionUser } from './session-user.ts'
import { hashToken } from './tokens.server.ts'

/** What Lucia calls attributes: all that is known of a signed-in person but the id. */
export type UserAttributes = Omit<SessionUser, 'id'>

const userSelect = {
  id: true,
  role: true,
  loginName: true,
  fullName: true,
  unitId: true,
  passwordHash: true,
} satisfies Prisma.UserSelect

/**
 * Lucia's sessions in our tables (the official Prisma adapter stops at Prisma 5). What Lucia calls the session id is
 * the token of the cookie: it is hashed here and never stored.
 */
export const luciaAdapter: Adapter = {
  async getSessionAndUser(token) {
    const row = await db.session.findUnique({
      where: { tokenHash: hashToken(token) },
      select: { expiresAt: true, user: { select: userSelect } },
    })
    if (!row) return [null, null]
    const { id, passwordHash, ...attributes } = row.user

    return [
      { id: token, userId: id, expiresAt: row.expiresAt, attributes: {} },
      { id, attributes: { ...attributes, hasPassword: passwordHash !== null } },
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
