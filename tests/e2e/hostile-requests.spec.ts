import { request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from '../setup/e2e-fixtures.ts'

test.skip(({ isMobile }) => isMobile, 'the same requests whatever the screen')

type Sent = { method?: string; headers?: Record<string, string>; body?: string }
type Received = { status: number; headers: IncomingHttpHeaders; body: string }

/** As no browser would send it: the target goes out as it is written. */
function send(
  origin: string,
  target: string,
  { method = 'GET', headers, body }: Sent = {},
): Promise<Received> {
  const { hostname, port } = new URL(origin)

  return new Promise((done, fail) => {
    const request = httpRequest({ hostname, port, method, path: target, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    request.on('error', fail)
    request.end(body)
  })
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

test('an address that two parts of the server could read differently is refused, and the home page stays itself', async ({
  origin,
}) => {
  const { host } = new URL(origin)
  for (const target of [
    `http://${host}/dang-nhap`,
    'http://ke-xau.example/',
    '//ke-xau.example/',
    '/\\ke-xau.example',
    '*',
  ])
    expect((await send(origin, target)).status, target).toBe(400)

  // Kept for a second under its host and path: no other page may get there.
  const headers = { host: 'hoithi.example' }
  const [hostile, home] = await Promise.all([
    send(origin, 'http://ke-xau.example/khong-co', { headers }),
    send(origin, '/', { headers }),
  ])
  expect([hostile.status, home.status]).toEqual([400, 200])
})

test('a NUL in an address or a form is no failure of the server', async ({ origin }) => {
  const targets = [
    '/dot-thi/%00',
    '/don-vi/%00',
    '/tai-lieu/%00',
    '/lam-bai/%00',
    '/bang-xep-hang?don-vi=%00',
    '/nhung/bang-xep-hang?dot=%00',
    '/api/v1/standings?unit=%00',
  ]
  for (const target of targets) expect((await send(origin, target)).status, target).toBe(400)

  const body = 'loginName=%00&password=%00&unitId=%00&fullName=%00&locale=%00'
  for (const target of ['/dang-nhap', '/dang-ky', '/dang-nhap/ma', '/tuy-chon'])
    expect((await send(origin, target, { method: 'POST', headers: FORM, body })).status, target).toBeLessThan(
      500,
    )
})

test('what is no form and no method of ours is refused as such', async ({ origin }) => {
  for (const method of ['TRACE', 'PROPFIND']) expect((await send(origin, '/', { method })).status).toBe(405)
  const bodies: Sent[] = [
    { headers: { 'content-type': 'application/json' }, body: '{"loginName":"a"}' },
    { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
    { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: '--b\r\nkhông phải' },
    { headers: {}, body: '' },
  ]
  for (const sent of bodies) {
    const { status } = await send(origin, '/dang-nhap', { method: 'POST', ...sent })
    expect(status, JSON.stringify(sent)).toBe(400)
  }
})

test('every answer forbids guessing its type and use by other sites of the domain, but for what is made for them', async ({
  origin,
}) => {
  const targets = [
    '/',
    '/_root.data',
    '/dang-nhap',
    '/tai-khoan',
    '/khong-co',
    '/favicon.svg',
    '/api/v1/rounds',
    '/healthz',
  ]
  for (const target of targets) {
    const { headers } = await send(origin, target)
    expect(headers['x-content-type-options'], target).toBe('nosniff')
    expect(headers['cross-origin-resource-policy'], target).toBe('same-origin')
  }
  const banner = await send(origin, '/nhung/banner/575x72.svg')
  expect(banner.headers['cross-origin-resource-policy']).toBe('cross-origin')
})

test('metrics are for this machine alone, also behind a proxy that says little', async ({ origin }) => {
  const statusFor = async (headers: Record<string, string>) =>
    (await send(origin, '/metrics', { headers })).status

  expect(await statusFor({})).toBe(200)
  expect(await statusFor({ host: 'hoithi.example.gov.vn' })).toBe(404)
  expect(await statusFor({ 'x-real-ip': '203.0.113.5' })).toBe(404)
  expect(await statusFor({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
})

test('a form that comes from another site is refused, from another site of the same domain too', async ({
  origin,
}) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://ke-xau.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const target of ['/dang-nhap', '/dang-xuat.data', '/tuy-chon', '/api/v1/rounds/dot-2/attempts'])
    for (const headers of foreign) {
      const { status } = await send(origin, target, {
        method: 'POST',
        headers: { ...FORM, ...headers },
        body: 'a=b',
      })
      expect(status, `${target} ${JSON.stringify(headers)}`).toBe(403)
    }
})
