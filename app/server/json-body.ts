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

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let byteCount = 0
  for await (const chunk of request) {
    const bytes = chunk as Buffer
    byteCount += bytes.length
    if (byteCount > MAX_JSON_BYTES) throw new DomainError('invalid_input', { maxBytes: MAX_JSON_BYTES })
    chunks.push(bytes)
  }

  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('invalid_input', { issues: [{ path: '', message: 'not JSON' }] })
  }
}
