import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '../core/domain-error.ts'
import { pool } from '../db/client.server.ts'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

/**
 * Tries per account; more than that are refused for a minute, and for a quarter of an hour when it goes on. Both
 * numbers belong to the account alone: a whole office shares one address.
 */
const triesPerMinute = limiter('sign-in-minute', {
  points: 5,
  duration: MINUTE_S,
  blockDuration: MINUTE_S,
  // One limiter on the table is enough to sweep out what has expired, once in five minutes.
  clearExpiredByTimeout: true,
})
const triesPerHour = limiter('sign-in-hour', { points: 20, duration: HOUR_S, blockDuration: 15 * MINUTE_S })

/** Against one password tried on very many accounts; far above what the typing errors of an office come to. */
const failuresPerAddress = limiter('sign-in-address', { points: 300, duration: 10 * MINUTE_S })

/** Above the people who register in one hall at the same time, below what fills a board with inventions. */
const registrationsPerAddress = limiter('register-address', { points: 200, duration: 10 * MINUTE_S })

/**
 * Counts a try to sign in before the password is looked at, so that guesses sent all at once are counted as well.
 * While the account is blocked the right password is refused too: were it let through, a guesser could go on at full
 * speed and would only have to look for the answer that differs. Who is signed in already notices nothing.
 * @throws DomainError too_many_tries {retryAfterMs}
 */
export async function countTry(loginName: string): Promise<void> {
  const key = keyOf(loginName)
  // In this order, tries refused by the short block do not lead into the long one.
  await consume(triesPerMinute, key)
  await consume(triesPerHour, key)
}

/** A right password: the tries before it were typing errors. */
export async function forgiveTries(loginName: string): Promise<void> {
  const key = keyOf(loginName)
  await Promise.all([triesPerMinute.delete(key), triesPerHour.delete(key)])
}

/**
 * Refuses an address that failed too often. Only failures count (recordFailedTry), never a success.
 * @throws DomainError too_many_tries {retryAfterMs}
 */
export async function requireFewFailures(address: string): Promise<void> {
  const failures = await failuresPerAddress.get(keyOfAddress(address))
  if (failures && failures.consumedPoints >= failuresPerAddress.points) throw tooManyTries(failures)
}

/** @throws DomainError too_many_tries {retryAfterMs} when others were faster and this one is beyond the limit */
export async function recordFailedTry(address: string): Promise<void> {
  const failures = await failuresPerAddress.penalty(keyOfAddress(address))
  if (failures.consumedPoints > failuresPerAddress.points) throw tooManyTries(failures)
}

/**
 * Counts a registration from an address; to be called before registerParticipant.
 * @throws DomainError too_many_tries {retryAfterMs}
 */
export async function countRegistration(address: string): Promise<void> {
  await consume(registrationsPerAddress, keyOfAddress(address))
}

/** Enough for everything that can be wrong with a paper, too few to flood the organizers. */
const complaintsPerAccount = limiter('complaint-account', { points: 20, duration: HOUR_S })

/**
 * Counts a complaint of a participant; to be called before fileComplaint.
 * @throws DomainError too_many_tries {retryAfterMs}
 */
export async function countComplaint(userId: string): Promise<void> {
  await consume(complaintsPerAccount, keyOf(userId))
}

/** More requests of one person than can wait at a time (routes/account) even when they are sent all at once. */
const profileRequestsPerAccount = limiter('profile-request-account', { points: 10, duration: HOUR_S })

/**
 * Counts a request of a participant to the organizers; to be called before sendProfileRequest.
 * @throws DomainError too_many_tries {retryAfterMs}
 */
export async function countProfileRequest(userId: string): Promise<void> {
  await consume(profileRequestsPerAccount, keyOf(userId))
}

type Limits = { points: number; duration: number; blockDuration?: number; clearExpiredByTimeout?: boolean }

/** Limits hold over all processes of the deployment, so they are counted in the database. Times in seconds. */
function limiter(keyPrefix: string, limits: Limits): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    ...limits,
  })
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooManyTries(error) : error
  }
}

function tooManyTries({ msBeforeNext }: RateLimiterRes): DomainError {
  return new DomainError('too_many_tries', { retryAfterMs: msBeforeNext })
}

/** A subscriber of IPv6 has a whole network of 64 bits to choose addresses from. */
function keyOfAddress(address: string): string {
  return keyOf(isIPv6(address) && !address.includes('.') ? networkOf(address) : address)
}

/** The first four groups of an IPv6 address, whatever way it is written. */
function networkOf(address: string): string {
  const [written = ''] = address.split('%')
  const [before = '', after] = written.split('::')
  const groupsOf = (part: string) => part.split(':').filter(Boolean)
  const [front, back] = [groupsOf(before), groupsOf(after ?? '')]
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')

  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}

/** Account names and addresses are nobody's business in a table of counters. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
