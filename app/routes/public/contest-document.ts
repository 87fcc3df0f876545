import type { LoaderFunctionArgs } from '@remix-run/node'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { requireDocumentFile } from '#app/services/contests/contest-documents.server.ts'

/**
 * A document of the contest, always as a download: whatever is in the file, it never becomes a page of this site.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const { fileName, content } = await orThrowResponse(requireDocumentFile(params.documentId ?? ''))

  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="tai-lieu.pdf"; filename*=UTF-8''${encodedName(fileName)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      // A removed document must be gone everywhere; its content never changes under its address.
      'Cache-Control': 'no-cache',
    },
  })
}

/** As RFC 8187 writes names that are not plain ASCII. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}
