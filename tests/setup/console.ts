import { afterEach, beforeEach, expect, vi } from 'vitest'

type Channel = 'error' | 'warn'

let unexpected: string[] = []

beforeEach(() => {
  unexpected = []
  failOn('error')
  failOn('warn')
})

afterEach(() => {
  // Also when the code under test caught what was thrown.
  expect(unexpected, 'console output that the test did not announce with silenceConsole()').toEqual([])
})

/** For a test that expects console output: nothing is printed, the calls are on the returned mock. */
export function silenceConsole(channel: Channel) {
  return vi.spyOn(console, channel).mockImplementation(() => undefined)
}

function failOn(channel: Channel) {
  vi.spyOn(console, channel).mockImplementation((...parts: unknown[]) => {
    const line = `console.${channel}: ${parts.map(String).join(' ')}`
    unexpected.push(line)
    throw new Error(line)
  })
}
