import { defineConfig } from 'vitest/config'

// The application's vite.config.ts is left out on purpose: Remix's plugin does not run under Vitest.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    restoreMocks: true,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup/console.ts', 'tests/setup/network.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          setupFiles: ['tests/setup/console.ts', 'tests/setup/network.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/setup/integration-global.ts'],
          // database.ts first: it names the database before any module of the application reads the environment.
          setupFiles: ['tests/setup/database.ts', 'tests/setup/console.ts', 'tests/setup/network.ts'],
          sequence: { setupFiles: 'list' },
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // Needs the production build; starts a durable database of its own.
          name: 'load',
          include: ['tests/load/**/*.test.ts'],
          setupFiles: ['tests/setup/console.ts', 'tests/setup/network.ts'],
          pool: 'forks',
        },
      },
    ],
  },
})
