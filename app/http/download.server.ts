const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A file to be saved, never shown in place and never kept by anybody in between. */
export function downloadOf(
  body: Uint8Array<ArrayBuffer> | string,
  name: string,
  type: keyof typeof TYPES,
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': TYPES[type],
      'Content-Disposition': `attachment; filename="${name}.${type}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
