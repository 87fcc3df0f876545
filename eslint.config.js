import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const TEST_FILES = ['**/*.test.{ts,tsx}', 'tests/**']

/** Files that prepare the environment of the process, or of a child process, may read it. */
const ENVIRONMENT_READERS = [
  'app/config/**',
  'app/server/*.mjs',
  'app/server/launch.ts',
  'app/server/dev.ts',
  'app/server/with-database.ts',
  'app/db/prisma-cli.mjs',
  'app/db/checkout-database.mjs',
  'app/db/postmaster.ts',
  'prisma.config.ts',
  'playwright.config.ts',
  'vitest.config.ts',
  'vite.config.ts',
  'tests/**',
]

const CLOCK_AND_CHANCE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'core has no clock: take `now: Date` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core has no clock: take `now: Date` as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'core has no clock: take `now: Date` as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'core has no chance: take a seed (core/random.ts).',
  },
]

export default tseslint.config(
  { ignores: ['build/', '.data/', 'app/db/generated/', 'playwright-report/', 'test-results/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    extends: [tseslint.configs.recommendedTypeChecked],
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // `default: return x satisfies never` is how a function with a return value shows that it is exhaustive.
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Loaders throw responses (redirects, "not found").
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: ['Response', 'TypedResponse', 'DataWithResponseInit'],
          allowThrowingUnknown: true,
          allowThrowingAny: false,
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.base],
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['app/**', 'prisma/**', '*.ts'],
    ignores: [...ENVIRONMENT_READERS, ...TEST_FILES],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only app/config reads the environment.' },
      ],
    },
  },
  {
    files: ['app/core/**'],
    rules: {
      'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'globalThis',
          'crypto',
          'performance',
          'fetch',
          'console',
          'setTimeout',
          'setInterval',
        ].map((name) => ({ name, message: 'core is pure: no I/O, clock, randomness or environment.' })),
      ],
    },
  },
  {
    files: ['app/core/**'],
    ignores: TEST_FILES,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!zod$|\\./|#app/core/)', message: 'core imports nothing but Zod and core.' },
          ],
        },
      ],
    },
  },
  {
    files: TEST_FILES,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
    },
  },
)
