import { createHash } from 'node:crypto'
import type { CreateSha256 } from '../core/results/results-hashes.ts'

/** SHA-256 as core takes it. Apart from everything that needs a database, for the command that has none. */
export const createSha256: CreateSha256 = () => {
  const hash = createHash('sha256')

  return { update: (text) => void hash.update(text, 'utf8'), hex: () => hash.digest('hex') }
}
