import { afterAll, expect, test, vi } from 'vitest'

// The address of the site is read when the module is loaded.
vi.stubEnv('PUBLIC_ORIGIN', 'https://hoithi.example.gov.vn')
const { blankSessionCookie, sessionCookieOf } = await import('#app/auth/lucia.server.ts')
const { disconnectDatabase } = await import('#app/db/client.server.ts')

afterAll(disconnectDatabase)

test('behind https the session cookie never travels in clear', () => {
  expect(sessionCookieOf('abc').split('; ')).toContain('Secure')
  expect(blankSessionCookie().split('; ')).toContain('Secure')
})
