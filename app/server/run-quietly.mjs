import { spawn } from 'node:child_process'

/**
 * Runs a program and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number | null, output: string }>} `code` null: it could not be started or was killed
 */
export function runQuietly(program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}` }))
    child.on('close', (code) => done({ code, output }))
  })
}

/** The lines from the first mention of an error on: what follows is often a long dump. */
export function errorLines(text, count) {
  const lines = text.trimEnd().split('\n')
  const first = lines.findIndex((line) => /error|failed/i.test(line))
  return (first < 0 ? lines.slice(-count) : lines.slice(first, first + count)).join('\n')
}
