import { spawn } from 'node:child_process'

/**
 * Runs a program in a process group of its own and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { outlivesUs?: boolean }} options `outlivesUs`: finishes even when
 *   this process ends (Ctrl+C); else it ends with us, and whatever it started too.
 * @returns {Promise<{ code: number | null, output: string }>} `code` null: it could not be started or was killed
 */
export function runQuietly(program, args, { outlivesUs = false, ...options }) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    // At once: npm takes its time over a polite request, and the next start must not meet it at work.
    const end = () => killGroup(child.pid)
    if (!outlivesUs) process.once('exit', end)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}` }))
    child.on('close', (code) => {
      process.off('exit', end)
      done({ code, output })
    })
  })
}

function killGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // gone already
  }
}

/** The lines from the first mention of an error on: what follows is often a long dump. */
export function errorLines(text, count) {
  const lines = text.trimEnd().split('\n')
  const first = lines.findIndex((line) => /error|failed/i.test(line))
  return (first < 0 ? lines.slice(-count) : lines.slice(first, first + count)).join('\n')
}
