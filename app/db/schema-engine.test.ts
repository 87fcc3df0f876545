import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const engine = fileURLToPath(new URL('schema-engine.mjs', import.meta.url))
const unreachable = JSON.stringify({ url: 'postgresql://nobody:wrong@127.0.0.1:1/none' })

function runEngine(args: string[]) {
  const { status, stderr } = spawnSync(engine, ['--datasource', unreachable, ...args], {
    encoding: 'utf8',
    input: '',
  })
  // Prisma's command line reads the reason from the last line.
  const lastLine = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { fields: Record<string, string> }

  return { status, fields: lastLine.fields }
}

test('a database that does not answer is a "no" with the code the command line expects', () => {
  const { status, fields } = runEngine(['cli', 'can-connect-to-database'])

  expect(status).toBe(1)
  expect(fields.error_code).toBe('P1001')
})

test('a database that does not answer ends the engine with a reason', () => {
  const { status, fields } = runEngine([])

  expect(status).toBe(1)
  expect(fields.message).toContain('127.0.0.1:1')
})
