import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { account } from './account.ts'

const SCHEMA_FILES = ['registration.ts', 'password-rules.ts', 'login-name.ts']

test('every refusal of the registration and password rules has a sentence in both languages', () => {
  const keys = SCHEMA_FILES.flatMap((file) => {
    const source = readFileSync(new URL(`../../core/people/${file}`, import.meta.url), 'utf8')

    return [...source.matchAll(/'([a-z]+(?:_[a-z]+)*_(?:missing|invalid|unknown|too_[a-z]+|is_[a-z_]+))'/g)]
  }).map((match) => match[1] ?? '')

  expect(keys.length).toBeGreaterThanOrEqual(12)
  for (const key of keys) {
    expect(account.vi, key).toHaveProperty(key)
    expect(account.en, key).toHaveProperty(key)
  }
})
