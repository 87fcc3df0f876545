import { hash, verify } from '@node-rs/argon2'
import { createToken } from './tokens.server.ts'

/**
 * Argon2id with the parameters of OWASP's Password Storage Cheat Sheet. Hashing runs on libuv's four threads, so at
 * most four times this memory is in use at once, and a verification costs about 15 ms of one core.
 */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What a password is compared with when there is no account or no password: the answer takes as long as any other. */
const dummyHash = hashPassword(createToken())

/** The stored form of a password. Typed with composed or decomposed accents, it is the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID)
}

/** Whether the password is right. Null (no account, no password yet) is never right and takes the same time. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await dummyHash), password.normalize('NFC'))

  return passwordHash !== null && isRight
}
