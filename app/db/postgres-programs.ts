import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { OperatorError } from '#app/config/operator-error.ts'
import { USE_A_SERVER } from './postgres-binaries.ts'
import type { PostgresHome } from './postgres-home.ts'

/** All they get: the operator's PG* variables and locale must not change what they do. */
const ENVIRONMENT: Record<string, string> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Runs a PostgreSQL program under the cluster's account. */
export function runProgram(
  home: PostgresHome,
  name: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(join(home.binFolder, name), args, {
      ...home.account,
      cwd: home.folder,
      env: ENVIRONMENT as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('error', fail)
    child.on('close', (code) => done({ code, output }))
  })
}

/** The few lines of a program's output that tell the operator why it failed. */
export function describeFailure(output: string): OperatorError {
  if (/No space left on device/i.test(output)) {
    return new OperatorError(
      'Ổ đĩa đã đầy nên PostgreSQL không khởi động được.',
      'Giải phóng dung lượng rồi chạy lại.',
    )
  }
  const reason = output.split('\n').filter((line) => /FATAL|PANIC|error|HINT/i.test(line))
  return new OperatorError(
    `PostgreSQL không khởi động được:\n${(reason.length ? reason : [output.trim()]).slice(-6).join('\n')}`,
    `Xem nhật ký trong thư mục log cạnh dữ liệu, hoặc ${USE_A_SERVER}.`,
  )
}

/** True for a process of any account. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
