import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type PortalSite = { address: string; close: () => Promise<void> }

/**
 * The page of somebody else's portal: plain, without scripts, on another site than the application (localhost, while the
 * application answers at 127.0.0.1).
 * @param content what its administrator pasted
 */
export async function startPortal(content: string): Promise<PortalSite> {
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Cổng thông tin thử</title></head>
<body><h1>Cổng thông tin thử</h1>${content}</body></html>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    address: `http://localhost:${port}/`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
