import path from 'node:path'
import { z } from 'zod'
import { halfGiven, type Services, serviceVariables, toServices } from './env-services.ts'
import { type FailPoint, placementPoints } from './fail-point.ts'
import {
  checkTwilio,
  isDemoOf,
  loopback,
  type Telephony,
  telephonyOf,
  twilioVariables,
} from './telephony-env.ts'
import { webAddress } from './web-address.ts'

const flag = z
  .enum(['true', 'false'], { error: 'write true or false' })
  .transform((word) => word === 'true')

const failPoint = z
  .string()
  .regex(new RegExp(`^(${placementPoints.join('|')}):[1-9]\\d*$`), {
    error: `write a point of a placement and at which pass to end there, like claimed:3; the points are: ${placementPoints.join(', ')}`,
  })
  .transform((text): FailPoint => {
    const [word, pass] = text.split(':')
    const point = placementPoints.find((known) => known === word) ?? 'claimed'
    return { point, pass: Number(pass) }
  })

const variablesSchema = z
  .object({
    NODE_ENV: z.string().optional(),
    FAIL_AT: failPoint.optional(),
    PORT: z.coerce
      .number({ error: 'write a port from 0 to 65535' })
      .int()
      .min(0)
      .max(65_535)
      .default(4000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: webAddress.optional(),
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
    PROVIDER: z
      .enum(['simulator', 'twilio'], { error: 'the providers are: simulator, twilio' })
      .optional(),
    ...twilioVariables,
    SIMULATOR_SPEED: z.coerce
      .number({ error: 'write a number from 0.1 to 1000' })
      .min(0.1)
      .max(1000)
      .default(4),
    SIMULATOR_SEED: z.string().min(1).default('ringback'),
    ...serviceVariables,
    LOG_LEVEL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], {
        error: 'write silent, error, warn, info or debug',
      })
      .default('warn'),
  })
  .superRefine(({ FAIL_AT, NODE_ENV, HOST, PUBLIC_URL }, context) => {
    const hosts = [HOST, PUBLIC_URL === undefined ? HOST : new URL(PUBLIC_URL).hostname]
    if (FAIL_AT === undefined) return
    if (NODE_ENV !== 'production' && hosts.every((host) => loopback.has(host))) return
    const message =
      'is for tests on one machine: leave it out where anybody else can reach the server'
    context.addIssue({ code: 'custom', path: ['FAIL_AT'], message })
  })
  .superRefine(checkTwilio)

export type Env = Services & {
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
  /** Where tests end the process while it places a call; null everywhere else. */
  failPoint: FailPoint | null
  /** Null: nobody has said who places calls, which is fine only where nothing real is called. */
  telephony: Telephony | null
  simulatorSpeed: number
  simulatorSeed: string
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
    isDemo: isDemoOf(read),
    isSignUpOpen: read.SIGN_UP === 'open',
    secret: read.SECRET ?? null,
    trustedProxies: (read.TRUST_PROXY ?? '').split(/[\s,]+/).filter((part) => part !== ''),
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
    failPoint: read.FAIL_AT ?? null,
    telephony: telephonyOf(read),
    simulatorSpeed: read.SIMULATOR_SPEED,
    simulatorSeed: read.SIMULATOR_SEED,
    ...toServices(read),
    logLevel: read.LOG_LEVEL,
  }
}
