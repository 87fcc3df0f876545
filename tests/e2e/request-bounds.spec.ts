import { request as httpRequest } from 'node:http'
import { expect, test } from '../setup/e2e-fixtures.ts'

test.skip(({ isMobile }) => isMobile, 'the same requests whatever the screen')

const MEGABYTE = 1024 * 1024

/** Only the head is sent: the server must refuse before it has read anything. */
function statusOf(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const request = httpRequest(new URL(path, origin), {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    request.on('response', (response) => {
      done(response.statusCode)
      response.resume()
      request.destroy()
    })
    request.on('error', fail)
    request.flushHeaders()
  })
}

test('a form larger than any of ours is refused before it is read', async ({ origin }) => {
  expect(await statusOf(origin, '/dang-nhap', { 'content-length': String(2 * MEGABYTE) })).toBe(413)
  expect(await statusOf(origin, '/to-chuc', { 'content-length': String(64 * MEGABYTE) })).toBe(413)
})

test('a form that does not say how long it is is refused, so that no bound can be passed by', async ({
  origin,
}) => {
  expect(await statusOf(origin, '/dang-nhap', { 'transfer-encoding': 'chunked' })).toBe(411)
})
