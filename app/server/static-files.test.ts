import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createStaticFiles } from './static-files.ts'

test('a file that a new build took away ends its own request only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-static-'))
  await Promise.all(['gone.css', 'here.css'].map((name) => writeFile(join(folder, name), 'a{}')))
  const serveStatic = createStaticFiles(pathToFileURL(`${folder}/`))
  const server = createServer((request, response) => {
    serveStatic(request, response, () => response.writeHead(404).end())
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.close()
    await rm(folder, { recursive: true })
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await rm(join(folder, 'gone.css'))

  await expect(fetch(`${origin}/gone.css`).then((reply) => reply.text())).rejects.toThrow()
  expect(await (await fetch(`${origin}/here.css`)).text()).toBe('a{}')
})
