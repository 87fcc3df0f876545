import type { IncomingMessage } from 'node:http'
import type { Env } from '../config/env.server.ts'
import { logger } from '../config/logger.server.ts'

/**
 * The client's address. Each trusted proxy adds one entry at the end of X-Forwarded-For, so the client is
 * `trustedProxies` entries from the end; everything before that may be invented by the client.
 */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const peer = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return peer

  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)

  return forwarded.at(-trustedProxies) ?? peer
}

/** Host and protocol the client asked for. */
export function requestedOriginOf(
  request: IncomingMessage,
  trustedProxies: number,
): { host: string; protocol: 'http:' | 'https:' } {
  const isTrusted = trustedProxies > 0
  const host =
    (isTrusted && firstOf(request.headers['x-forwarded-host'])) || request.headers.host || 'localhost'
  const protocol = isTrusted && firstOf(request.headers['x-forwarded-proto']) === 'https' ? 'https:' : 'http:'

  return { host, protocol }
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim()
}

/**
 * Says once in the log that requests come through a proxy nobody told the application of: then all people have one
 * address, and the limits per address (app/auth/try-limits.server.ts) would refuse everybody together.
 */
export function createProxyWarning({ TRUST_PROXY }: Env): (request: IncomingMessage) => void {
  let isSilent = TRUST_PROXY > 0

  return ({ headers }) => {
    if (isSilent || headers['x-forwarded-for'] === undefined) return
    isSilent = true
    logger.warn(
      'Có yêu cầu đi qua reverse proxy nhưng TRUST_PROXY chưa đặt: mọi người bị coi là cùng một địa chỉ. Đặt TRUST_PROXY=1 (số proxy phía trước).',
    )
  }
}
