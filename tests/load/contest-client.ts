import { Pool } from 'undici'

/** A browser's part in the answer path, without the browser: keeps its cookie and counts its errors. */
export type ContestClient = {
  call: (method: 'GET' | 'POST' | 'PUT', path: string, cookie: string, body?: unknown) => Promise<Reply>
  /** Posts a form as the sign-in page does. @returns the session cookie, or null when it was refused */
  signIn: (loginName: string, password: string) => Promise<string | null>
  /** A page as anybody gets it. */
  read: (path: string) => Promise<number>
  close: () => Promise<void>
}

export type Reply = { status: number; body: unknown }

/** @param connections keep-alive connections to the server; each carries one request at a time */
export function createContestClient(origin: string, connections: number): ContestClient {
  const pool = new Pool(origin, { connections, pipelining: 1 })

  return {
    call: async (method, path, cookie, body) => {
      const response = await pool.request({
        method,
        path,
        headers: body === undefined ? { cookie } : { cookie, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      })

      return { status: response.statusCode, body: await response.body.json() }
    },
    signIn: async (loginName, password) => {
      const response = await pool.request({
        method: 'POST',
        path: '/dang-nhap',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
        body: new URLSearchParams({ loginName, password }).toString(),
      })
      await response.body.dump()
      const cookie = [response.headers['set-cookie'] ?? []]
        .flat()
        .find((value) => value.startsWith('hoithi_session='))

      return response.statusCode === 302 ? (cookie?.split(';')[0] ?? null) : null
    },
    read: async (path) => {
      const response = await pool.request({ method: 'GET', path, headers: { 'accept-encoding': 'br' } })
      await response.body.dump()

      return response.statusCode
    },
    close: () => pool.close(),
  }
}
