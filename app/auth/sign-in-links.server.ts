import { randomInt } from 'node:crypto'
import { DomainError } from '../core/domain-error.ts'
import { SLIP_CODE_LENGTH, drawCode, parseCode } from '../core/people/sign-in-code.ts'
import { db } from '../db/client.server.ts'
import type { Tx } from '../db/client.server.ts'
import { createToken, hashToken } from './tokens.server.ts'

export type CreateSignInLink = { userId: string; validForMs: number; now: Date }

/**
 * Makes the token of a link that signs its owner in once. Older unused links of the same person stop working: the
 * one that was lost or sent to the wrong place is why there is a new one.
 */
export async function createSignInLink({ userId, validForMs, now }: CreateSignInLink): Promise<string> {
  const token = createToken()
  const expiresAt = new Date(now.getTime() + validForMs)
  await db.$transaction([
    db.signInLink.deleteMany({ where: { userId, usedAt: null } }),
    db.signInLink.create({ data: { tokenHash: hashToken(token), userId, expiresAt } }),
  ])

  return token
}

export type Slip = { userId: string; code: string }

/**
 * Makes links that are short enough to be typed from paper, one per person; they are good for weeks, so their codes are
 * long. Older unused links stop working, those of lost slips among them. Locked accounts and staff get none.
 * @returns the codes, which can't be read again
 */
export async function createSlips(tx: Tx, userIds: readonly string[], expiresAt: Date): Promise<Slip[]> {
  const owners = await tx.user.findMany({
    where: { id: { in: [...userIds] }, role: 'participant', lockedAt: null },
    select: { id: true },
  })
  const slips = owners.map(({ id }) => ({ userId: id, code: drawCode(SLIP_CODE_LENGTH, randomInt) }))
  await tx.signInLink.deleteMany({
    where: { userId: { in: slips.map(({ userId }) => userId) }, usedAt: null },
  })
  await tx.signInLink.createMany({
    data: slips.map(({ userId, code }) => ({ userId, tokenHash: hashToken(code), expiresAt })),
  })

  return slips
}

/**
 * Whose link this is, without using it up: opening the page (as link previews of messengers do) must not.
 * @returns null when the link was used, has expired or never existed, or the account is locked
 */
export async function peekSignInLink(
  token: string,
  now: Date,
): Promise<{ loginName: string; fullName: string } | null> {
  const link = await db.signInLink.findUnique({
    where: usable(token, now),
    select: { user: { select: { loginName: true, fullName: true } } },
  })

  return link?.user ?? null
}

/**
 * Uses a link up; of several requests at once exactly one succeeds.
 * @returns the id of the user to sign in
 * @throws DomainError link_used_or_expired
 */
export async function redeemSignInLink(token: string, now: Date): Promise<string> {
  const [link] = await db.signInLink.updateManyAndReturn({
    where: usable(token, now),
    data: { usedAt: now },
    select: { userId: true },
  })
  if (!link) throw new DomainError('link_used_or_expired')

  return link.userId
}

function usable(token: string, now: Date) {
  // The code of a slip may have been typed in small letters and without its hyphens.
  const tokenHash = hashToken(parseCode(token, SLIP_CODE_LENGTH) ?? token)

  return { tokenHash, usedAt: null, expiresAt: { gt: now }, user: { lockedAt: null } }
}
