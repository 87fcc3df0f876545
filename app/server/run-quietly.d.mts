import type { SpawnOptions } from 'node:child_process'

export function runQuietly(
  program: string,
  args: string[],
  options: SpawnOptions & { outlivesUs?: boolean },
): Promise<{ code: number | null; output: string }>
export function errorLines(text: string, count: number): string
