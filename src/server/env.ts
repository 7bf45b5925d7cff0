import path from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['true', 'false'], { error: 'write true or false' })
  .transform((word) => word === 'true')

const webAddress = z
  .url({ protocol: /^https?$/, error: 'write an address that begins with https:// or http://' })
  .transform((address) => address.replace(/\/+$/, ''))

const variablesSchema = z.object({
  PORT: z.coerce
    .number({ error: 'write a port from 0 to 65535' })
    .int()
    .min(0)
    .max(65_535)
    .default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ error: 'write the whole address, like https://calls.example.com' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: 'write a PostgreSQL address, like postgresql://user:password@host:5432/ringback',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, { error: 'write a Redis address, like redis://localhost:6379' })
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: flag.optional(),
  SIGN_UP: z.enum(['open', 'closed'], { error: 'write open or closed' }).default('closed'),
  SECRET: z
    .string()
    .min(32, { error: 'write at least 32 characters that nobody can guess' })
    .optional(),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, {
      error: 'write an address like smtps://user:password@mail.example.com',
    })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Ringback <ringback@localhost>'),
  PROVIDER: z.enum(['simulator'], { error: 'the providers are: simulator' }).default('simulator'),
  SIMULATOR_SPEED: z.coerce
    .number({ error: 'write a number from 0.1 to 1000' })
    .min(0.1)
    .max(1000)
    .default(4),
  SIMULATOR_SEED: z.string().min(1).default('ringback'),
  RECORDINGS_S3_URL: webAddress.optional(),
  RECORDINGS_S3_REGION: z.string().min(1).default('us-east-1'),
  RECORDINGS_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  RECORDINGS_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  ANALYSIS_URL: webAddress.optional(),
  ANALYSIS_MODEL: z.string().min(1).optional(),
  ANALYSIS_KEY: z.string().min(1).optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'write silent, error, warn, info or debug',
    })
    .default('warn'),
})

export type S3Access = { url: string; region: string; accessKeyId: string; secretAccessKey: string }
export type AnalysisService = { url: string; model: string; key: string | null }

export type Env = {
  port: number
  host: string
  /** Where people reach the server, when that is not the address it listens on. */
  publicUrl: string | null
  /** Null: the built-in database below `dataDir`. */
  databaseUrl: string | null
  /** Null: servers on one database wake each other through it. */
  redisUrl: string | null
  /** Absolute folder of the built-in database and of recordings. */
  dataDir: string
  /** Whether the demo organization with its day of calls exists. */
  isDemo: boolean
  /** Whether anybody may found an organization; else only the first visitor, by a printed link. */
  isSignUpOpen: boolean
  /** Signs cookies; null for the one kept in the database. */
  secret: string | null
  /** Addresses or ranges of proxies whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[]
  /** Null where no mail is sent. */
  smtp: { url: string; from: string } | null
  provider: 'simulator'
  simulatorSpeed: number
  simulatorSeed: string
  /** Null: recordings are kept below `dataDir`. */
  recordingsS3: S3Access | null
  /** Null: conversations are read on this server. */
  analysisService: AnalysisService | null
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** The process's environment, with a `.env` of the working folder below it. */
export function readEnvironment(): Env {
  try {
    process.loadEnvFile()
  } catch {
    // No .env is the usual case.
  }
  return parseEnvironment(process.env)
}

/** Parses variables; throws one message that names every variable that is wrong. */
export function parseEnvironment(variables: Record<string, string | undefined>): Env {
  // A variable set to nothing, as in a copied .env.example, counts as not set.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = variablesSchema.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...halfGiven(given),
  ]
  if (!parsed.success || problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem}`)
    throw new Error(`These environment variables are wrong:\n${lines.join('\n')}`)
  }
  const read = parsed.data
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? null,
    databaseUrl: read.DATABASE_URL ?? null,
    redisUrl: read.REDIS_URL ?? null,
    dataDir: path.resolve(read.DATA_DIR),
    isDemo: read.DEMO ?? read.DATABASE_URL === undefined,
    isSignUpOpen: read.SIGN_UP === 'open',
    secret: read.SECRET ?? null,
    trustedProxies: (read.TRUST_PROXY ?? '').split(/[\s,]+/).filter((part) => part !== ''),
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
    provider: read.PROVIDER,
    simulatorSpeed: read.SIMULATOR_SPEED,
    simulatorSeed: read.SIMULATOR_SEED,
    recordingsS3:
      read.RECORDINGS_S3_URL === undefined
        ? null
        : {
            url: read.RECORDINGS_S3_URL,
            region: read.RECORDINGS_S3_REGION,
            accessKeyId: read.RECORDINGS_S3_ACCESS_KEY_ID ?? '',
            secretAccessKey: read.RECORDINGS_S3_SECRET_ACCESS_KEY ?? '',
          },
    analysisService:
      read.ANALYSIS_URL === undefined
        ? null
        : {
            url: read.ANALYSIS_URL,
            model: read.ANALYSIS_MODEL ?? '',
            key: read.ANALYSIS_KEY ?? null,
          },
    logLevel: read.LOG_LEVEL,
  }
}

/** Those that mean nothing without each other. */
const together = [
  ['RECORDINGS_S3_URL', 'RECORDINGS_S3_ACCESS_KEY_ID', 'RECORDINGS_S3_SECRET_ACCESS_KEY'],
  ['ANALYSIS_URL', 'ANALYSIS_MODEL'],
] as const

function halfGiven(given: Record<string, string | undefined>): string[] {
  return together.flatMap((names) => {
    const present = names.filter((name) => given[name] !== undefined)
    const missing = names.filter((name) => given[name] === undefined)
    return present.length === 0
      ? []
      : missing.map((name) => `${name}: give it together with ${present.join(', ')}`)
  })
}
