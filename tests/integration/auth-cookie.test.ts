import { afterAll, expect, test, vi } from 'vitest'

// The address of the site is read when the module is loaded.
vi.stubEnv('PUBLIC_ORIGIN', 'https://hoithi.example.gov.vn')
const { blankSessionCookie, readSessionToken, sessionCookieOf } = await import('#app/auth/lucia.server.ts')
const { disconnectDatabase } = await import('#app/db/client.server.ts')

afterAll(disconnectDatabase)

test('behind https the session cookie never travels in clear', () => {
  expect(sessionCookieOf('abc').split('; ')).toContain('Secure')
  expect(blankSessionCookie().split('; ')).toContain('Secure')
})

test('behind https another site of the domain can plant no session: the browser takes the cookie from this host alone', () => {
  const token = 'a'.repeat(40)

  expect(sessionCookieOf(token)).toMatch(/^__Host-hoithi_session=/)
  expect(sessionCookieOf(token)).not.toMatch(/domain=/i)
  expect(readSessionToken(`hoithi_session=${token}`)).toBeNull()
  expect(readSessionToken(`x=1; __Host-hoithi_session=${token}`)).toBe(token)
})
