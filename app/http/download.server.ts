import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const decompress = promisify(gunzip)

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gift: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const

export type DownloadType = keyof typeof TYPES

/**
 * A file to be saved, never shown in place and never kept by anybody in between.
 * @param name without accents and without ending, so that every system can store it
 */
export function downloadOf(body: Uint8Array | string, name: string, type: DownloadType): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': TYPES[type],
      'Content-Disposition': `attachment; filename="${name}.${type}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/**
 * A JSON file that is stored compressed, sent as it is stored to everybody who can read that.
 * @param audience who may keep a copy on the way: everybody or nobody
 * @param name without ending
 */
export async function storedJsonOf(
  request: Request,
  gzipped: Uint8Array,
  { name, audience }: { name: string; audience: 'everybody' | 'staff' },
): Promise<Response> {
  const readsGzip = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')

  return new Response(new Uint8Array(readsGzip ? gzipped : await decompress(gzipped)), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.json"`,
      'Cache-Control': audience === 'everybody' ? 'no-cache' : 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(readsGzip && { 'Content-Encoding': 'gzip' }),
    },
  })
}
