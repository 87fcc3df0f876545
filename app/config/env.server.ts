import { z } from 'zod'
import { OperatorError } from './operator-error.ts'

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const EnvSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  /** 0 takes any free port. */
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** Not set: the embedded PostgreSQL; the launcher fills it in before the application starts. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().default('.data'),
  /** Address under which the public reaches the site, such as https://hoithi.example.gov.vn; https makes cookies Secure. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Number of trusted reverse proxies in front of the application. */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
})
export type Env = z.infer<typeof EnvSchema>

/** What a value should look like, by variable. */
const EXAMPLES: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  PORT: '3000',
  HOST: '0.0.0.0',
  DATABASE_URL: 'postgresql://hoithi:mat-khau@db.example.gov.vn:5432/hoithi',
  DATA_DIR: '.data',
  PUBLIC_ORIGIN: 'https://hoithi.example.gov.vn',
  LOG_LEVEL: 'info',
  METRICS_TOKEN: 'mot-chuoi-ngau-nhien-dai-it-nhat-16-ky-tu',
  TRUST_PROXY: '1',
}

/**
 * Reads the settings; a blank variable counts as not set.
 * @throws OperatorError naming every wrong variable, what is wrong and an example
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ''))
  const parsed = EnvSchema.safeParse(filled)
  if (parsed.success) return parsed.data

  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])

    return `  ${name}: ${issue.message} (ví dụ: ${name}=${EXAMPLES[name] ?? ''})`
  })
  throw new OperatorError(
    `Biến môi trường không hợp lệ:\n${problems.join('\n')}`,
    'Sửa các biến nêu trên rồi chạy lại.',
  )
}

let current: Env | undefined

/** The settings of this process, read once. */
export function getEnv(): Env {
  current ??= parseEnv(process.env)

  return current
}
