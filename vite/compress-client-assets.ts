import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const COMPRESSIBLE = /\.(?:js|css|svg|json|txt|webmanifest)$/
const MIN_BYTES = 1_024

/** Writes a .br and a .gz beside each text file of the client build, at the highest quality: it is done once. */
export function compressClientAssets(): Plugin {
  let config: ResolvedConfig

  return {
    name: 'hoi-thi-compress-client-assets',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        if (!config.build.ssr) await compressFolder(resolve(config.root, config.build.outDir))
      },
    },
  }
}

async function compressFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const name of names.filter((candidate) => COMPRESSIBLE.test(candidate))) {
    const path = join(folder, name)
    const content = await readFile(path)
    if (content.length < MIN_BYTES) continue

    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      promisify(gzip)(content, { level: 9 }),
    ])
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
  }
}
