import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Resvg, initWasm } from '@resvg/resvg-wasm'

let ready: Promise<void> | undefined

/**
 * Paints an SVG without texts (see drawing.server.ts) as a PNG of its own size. WebAssembly, so the picture is the same
 * on every machine, down to the last pixel.
 */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= load()
  await ready
  const renderer = new Resvg(svg, { font: { loadSystemFonts: false } })
  const image = renderer.render()
  try {
    return new Uint8Array(image.asPng())
  } finally {
    image.free()
    renderer.free()
  }
}

async function load(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(path))
}
