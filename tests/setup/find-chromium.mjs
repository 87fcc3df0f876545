import { spawnSync } from 'node:child_process'
import { PrepareError } from '../../app/server/operator-console.mjs'
import { runQuietly } from '../../app/server/run-quietly.mjs'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** Behind a closed firewall the download never ends. */
const DOWNLOAD_LIMIT_MS = 120_000

/**
 * A Chromium that runs here: CHROMIUM_PATH, Playwright's own, the system's; else Playwright's is downloaded; else, as root
 * on Debian, the distribution's is installed.
 * @returns {Promise<string>} path of the program
 * @throws {PrepareError} with the ways to get one
 */
export async function findChromium(node, projectFolder) {
  const own = await playwrightsOwn(node, projectFolder)
  const present = [process.env.CHROMIUM_PATH, own, ...SYSTEM_BROWSERS].find(runsHere)
  if (present) return present

  console.log('  Chưa có Chromium: tải bản của Playwright')
  const cli = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  await runQuietly(node, cli, { cwd: projectFolder, timeout: DOWNLOAD_LIMIT_MS })
  if (runsHere(own)) return own

  if (process.getuid?.() === 0) {
    console.log('  Không tải được: cài gói chromium của hệ điều hành (apt-get)')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runQuietly('apt-get', ['update'], { env })
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
    const installed = [own, ...SYSTEM_BROWSERS].find(runsHere)
    if (installed) return installed
  }
  throw new PrepareError(
    'Không tìm thấy trình duyệt Chromium chạy được trên máy này.',
    'Cài nó (apt-get install chromium, hoặc npx playwright install --with-deps chromium), hoặc đặt CHROMIUM_PATH.',
  )
}

/** Where Playwright would keep its browser. */
async function playwrightsOwn(node, projectFolder) {
  const program = `import { chromium } from '@playwright/test'; console.log(chromium.executablePath())`
  const { output } = await runQuietly(node, ['--input-type=module', '-e', program], { cwd: projectFolder })
  return output.trim()
}

/** Being there is not enough: libraries may be missing. */
function runsHere(path) {
  return Boolean(path) && spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore' }).status === 0
}
