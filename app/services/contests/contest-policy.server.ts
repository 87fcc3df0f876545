import { ContestPolicySchema, DEFAULT_CONTEST_POLICY } from '../../core/ranking/ranking-policy.ts'
import type { ContestPolicy } from '../../core/ranking/ranking-policy.ts'

/** The stored policy of a contest's board; its default where none was set. */
export function parseContestPolicy(stored: unknown): ContestPolicy {
  return stored === null || stored === undefined ? DEFAULT_CONTEST_POLICY : ContestPolicySchema.parse(stored)
}
