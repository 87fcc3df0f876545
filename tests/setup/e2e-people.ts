import type { BrowserContext } from '@playwright/test'

/**
 * People for browser tests, made by the same use cases as real ones, straight in the database of the running
 * application. Imported late: the services read DATABASE_URL when they are loaded.
 */
async function loadFactories() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const people = await import('../factories/people.ts')

  return people
}

export type SignedIn = { id: string; fullName: string; loginName: string; password: string; cookie: string }

/** A participant with a session; the context's pages are theirs when one is given. */
export async function seedSignedInParticipant(
  origin: string,
  context?: BrowserContext,
  overrides: { fullName?: string; consents?: { processing: true; namePublication: boolean } } = {},
): Promise<SignedIn> {
  const { seedParticipant, seedSession } = await loadFactories()
  const person = await seedParticipant(overrides)

  return { ...person, cookie: await useSession(origin, await seedSession(person.id), context) }
}

/** The organizer with a session. */
export async function seedSignedInOrganizer(origin: string, context?: BrowserContext): Promise<SignedIn> {
  const { seedOrganizer, seedSession } = await loadFactories()
  const person = await seedOrganizer()

  return { ...person, cookie: await useSession(origin, await seedSession(person.id), context) }
}

/** The address of a fresh one-time link, of somebody who has no password yet. */
export async function seedOneTimeLink(): Promise<{ path: string; fullName: string }> {
  const { seedParticipant, forgetPassword } = await loadFactories()
  const { id, fullName } = await seedParticipant()

  return { path: `/dang-nhap/mot-lan/${await forgetPassword(id)}`, fullName }
}

async function useSession(
  origin: string,
  cookie: string,
  context: BrowserContext | undefined,
): Promise<string> {
  const [name = '', value = ''] = cookie.split('=')
  await context?.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])

  return cookie
}
