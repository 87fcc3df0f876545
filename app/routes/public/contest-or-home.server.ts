import { redirect } from '@remix-run/node'
import { paths } from '#app/http/paths.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import type { ContestWithRounds } from '#app/services/contests/contests.server.ts'

/** @throws Response that leads to the home page of an empty installation, which says what to do */
export async function requireContestOrGoHome(now: Date): Promise<ContestWithRounds> {
  const contest = await getCurrentContest(now)
  if (!contest) throw redirect(paths.home)

  return contest
}
