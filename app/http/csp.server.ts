import { createHash } from 'node:crypto'

/**
 * A strict policy for one rendered page. Inline scripts are allowed by their hash, not by a nonce: shared pages are
 * the same bytes for everybody, and a nonce used twice protects nobody.
 * @param framing who may show the page in a frame: nobody, or any portal (the embedded board)
 */
export function contentSecurityPolicyOf(html: string, framing: 'nobody' | 'anybody'): string {
  const hashes = inlineScriptsOf(html).map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

  return [
    `default-src 'self'`,
    `script-src ${["'self'", ...new Set(hashes)].join(' ')}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${framing === 'anybody' ? '*' : "'none'"}`,
  ].join('; ')
}

function inlineScriptsOf(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] ?? '',
  )
}
