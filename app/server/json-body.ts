import type { IncomingMessage } from 'node:http'
import type { ZodType } from 'zod'
import { DomainError } from '../core/domain-error.ts'

/** Many times the largest save; anything longer is refused before it is read. */
const MAX_JSON_BYTES = 64 * 1024

/**
 * Reads and checks a small JSON body.
 * @throws DomainError invalid_input when it is too long, not JSON, or not of the schema's form
 */
export async function readJsonBody<T>(request: IncomingMessage, schema: ZodType<T>): Promise<T> {
  const text = await readText(request)
  const parsed = schema.safeParse(parseJson(text === '' ? '{}' : text))
  if (parsed.success) return parsed.data

  throw new DomainError('invalid_input', {
    issues: parsed.error.issues
      .slice(0, 5)
      .map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

/** By events: an async iterator over the request costs as much as the rest of a save's request. */
function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let byteCount = 0
    request.on('data', (chunk: Buffer) => {
      byteCount += chunk.length
      chunks.push(chunk)
      if (byteCount <= MAX_JSON_BYTES) return
      request.removeAllListeners('data').resume()
      reject(new DomainError('invalid_input', { maxBytes: MAX_JSON_BYTES }))
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('invalid_input', { issues: [{ path: '', message: 'not JSON' }] })
  }
}
