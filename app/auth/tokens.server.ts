import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** A secret that nobody can guess, safe in an URL. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/**
 * The form in which a token is stored (hex): who reads the database or a backup can't use what is found there.
 * A plain hash is enough because tokens, unlike passwords, can't be guessed.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
