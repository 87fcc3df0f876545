import { Socket } from 'node:net'

// A test that talks to the internet passes or fails with the weather: every connection but loopback is refused.
const allowedHosts = new Set(['localhost', '::1', '[::1]', ...databaseHosts()])

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the socket as `this` below
const connect: (...parts: never[]) => Socket = Socket.prototype.connect

Socket.prototype.connect = function (this: Socket, ...parts: unknown[]) {
  const host = hostOf(parts)
  if (host !== null && !isAllowed(host)) {
    this.destroy(new Error(`a test tried to reach ${host}: only loopback is allowed`))

    return this
  }

  return connect.apply(this, parts as never[])
}

/** The host of net.connect(options), net.connect(port, host) or the normalised array Node passes on; null: a local socket. */
function hostOf(parts: unknown[]): string | null {
  const first: unknown = Array.isArray(parts[0]) ? parts[0][0] : parts[0]
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && first.path) return null

    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null

  return typeof parts[1] === 'string' ? parts[1] : 'localhost'
}

function isAllowed(host: string): boolean {
  return allowedHosts.has(host) || /^(::ffff:)?127\./.test(host)
}

/** A database server given by the environment may be on another machine. */
function databaseHosts(): string[] {
  const url = process.env.TEST_DATABASE_URL

  return url ? [new URL(url).hostname] : []
}
