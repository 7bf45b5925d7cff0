import path from 'node:path'
import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { createOfflineAnalysis } from './analysis/offline-analysis.ts'
import type { Analysis } from './analysis/port.ts'
import { createApp } from './app.ts'
import { createAccounts } from './auth/accounts.ts'
import { createIdentify } from './auth/identify.ts'
import { systemClock } from './clock.ts'
import { createLog } from './create-log.ts'
import { createProvider } from './create-provider.ts'
import { createDb } from './db/client.ts'
import { startEmbeddedServer } from './db/embedded-server.ts'
import { migrate } from './db/migrate.ts'
import { readDatabaseTime } from './db/read-database-time.ts'
import type { Deps } from './deps.ts'
import { createDispatcher } from './dispatcher/dispatcher.ts'
import { type Env, readEnvironment } from './env.ts'
import { createFailPoint } from './fail-point.ts'
import { createFeed } from './feed/create-feed.ts'
import { createFeedMeter } from './feed/feed-meter.ts'
import { createFeedStore } from './feed/feed-store.ts'
import { createPostgresWakeUps } from './feed/postgres-wake-ups.ts'
import { createRedisWakeUps } from './feed/redis-wake-ups.ts'
import { createMailer } from './mail/mailer.ts'
import { closeDemo } from './services/close-demo.ts'
import { ensureDemoOrganization } from './services/ensure-demo-organization.ts'
import { readAccountStatus } from './services/read-account-status.ts'
import { seedDemoDay } from './services/seed-demo-day.ts'
import { withBundledRecordings } from './storage/bundled-recordings.ts'
import { createFolderStorage } from './storage/folder-storage.ts'
import type { RecordingStorage } from './storage/port.ts'
import { loadNumberZones } from './telephony/phone-zones.ts'
import { nobodyPlacesCalls } from './telephony-env.ts'
import { createWebhookSender } from './webhooks/webhook-sender.ts'

// src/server and dist/server lie equally deep.
const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Starts everything in the order in which it is needed and stops it in the reverse one. */
async function main(env: Env): Promise<void> {
  const log = createLog(env.logLevel, pino.destination(2))
  const stops: (() => Promise<unknown>)[] = []
  const stopAll = async () => {
    for (const stop of stops.reverse().splice(0)) {
      await stop().catch((error: unknown) => log.error({ err: error }, 'Stopping failed'))
    }
  }
  // Ending by itself is how a failed start ends, with its own exit code.
  closeWithGrace({ delay: 10_000, logger: false, skip: ['beforeExit'] }, async ({ err }) => {
    if (err) log.fatal({ err }, 'The server ends because of an error that nobody caught')
    await stopAll()
  })

  try {
    await start(env, { log, onStop: (stop) => stops.push(stop) })
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function start(
  env: Env,
  { log, onStop }: { log: Deps['log']; onStop: (stop: () => Promise<unknown>) => void },
): Promise<void> {
  if (env.telephony === null) throw new Error(nobodyPlacesCalls)
  const url = env.databaseUrl ?? (await startDatabase(env, { log, onStop }))
  await migrate(url, path.join(projectRoot, 'prisma/migrations'))
  const db = createDb(url, { role: 'ringback_app' })
  const systemDb = createDb(url, { role: 'ringback_dispatcher' })
  const authDb = createDb(url, { role: 'ringback_auth', maxConnections: 5 })
  for (const each of [db, systemDb, authDb]) onStop(() => each.$disconnect())
  const accounts = await createAccounts({
    db: authDb,
    secret: env.secret,
    publicOrigin: env.publicUrl && new URL(env.publicUrl).origin,
    isDemoOpen: env.isDemo,
    isSignUpOpen: env.isSignUpOpen,
  })

  const clock = systemClock
  const { provider, twilio } = await createProvider(env, { clock, systemDb })
  onStop(() => provider.close())
  const wakeUps =
    env.redisUrl === null
      ? createPostgresWakeUps({ url, log })
      : createRedisWakeUps({ url: env.redisUrl, log })
  const feedMeter = createFeedMeter()
  const feed = createFeed({
    store: createFeedStore({ db, systemDb }),
    wakeUps,
    log,
    meter: feedMeter,
  })
  onStop(() => feed.close())
  const numberZones = loadNumberZones()
  const zonesOfPhone: Deps['zonesOfPhone'] = async (phoneNumber) => numberZones(phoneNumber)
  const mailer = env.smtp && createMailer(env.smtp)
  onStop(async () => mailer?.close())
  const deps: Deps = {
    accounts,
    db,
    systemDb,
    clock,
    provider,
    feed,
    zonesOfPhone,
    log,
    random: Math.random,
    analysis: await createAnalysis(env, log),
    recordings: withBundledRecordings(
      await createStorage(env),
      path.join(projectRoot, 'src/server/telephony/simulator/conversations'),
    ),
    mailer,
    webhooks: createWebhookSender({ isPrivateAllowed: env.areWebhooksToPrivateAllowed }),
    publicUrl: env.publicUrl,
  }
  const systemDeps: Deps = { ...deps, db: systemDb }
  if (env.isDemo) {
    await seedDemoDay(systemDeps, { organizationId: await ensureDemoOrganization(authDb) })
  } else {
    await closeDemo(deps)
  }

  const dispatcher = createDispatcher(systemDeps, {
    readDatabaseTime: () => readDatabaseTime(systemDb),
    ...(env.failPoint && { reach: createFailPoint(env.failPoint) }),
  })
  const app = await createApp(deps, {
    identify: createIdentify({ auth: accounts.auth, db: authDb }),
    trustedProxies: env.trustedProxies,
    projectRoot,
    publicUrl: env.publicUrl,
    twilio,
    providerSpeed: env.simulatorSpeed,
    feedMeter,
    onCallsChanged: () => dispatcher.wake(),
  })
  onStop(() => app.close())
  const address = await app.listen({ port: env.port, host: env.host })
  dispatcher.start()
  onStop(() => dispatcher.stop())
  const reachedAt = env.publicUrl ?? address
  process.stdout.write(`Ringback is ready: ${reachedAt}\n`)
  if ((await readAccountStatus(accounts)).needsSetUp) {
    // Behind the hash, where no server, proxy or log sees it.
    const link = new URL(`/set-up#${accounts.setUpToken}`, reachedAt).href
    process.stdout.write(`Found the first organization here: ${link}\n`)
  }
}

/** What is not set up is not loaded. */
async function createStorage({ recordingsS3, dataDir }: Env): Promise<RecordingStorage> {
  if (recordingsS3 === null) return createFolderStorage(path.join(dataDir, 'recordings'))
  const { createS3Storage } = await import('./storage/s3-storage.ts')
  return createS3Storage(recordingsS3)
}

async function createAnalysis({ analysisService }: Env, log: Deps['log']): Promise<Analysis> {
  const offline = createOfflineAnalysis()
  if (analysisService === null) return offline
  const { createServiceAnalysis } = await import('./analysis/service-analysis.ts')
  return createServiceAnalysis({ ...analysisService, fallback: offline, log })
}

async function startDatabase(
  env: Env,
  { log, onStop }: { log: Deps['log']; onStop: (stop: () => Promise<unknown>) => void },
): Promise<string> {
  const server = await startEmbeddedServer({ dataDir: env.dataDir })
  onStop(() => server.stop())
  if (server.wasAdopted)
    log.warn({ pid: server.pid }, 'Joined the database that was running already')
  return server.url
}

try {
  await main(readEnvironment())
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = 1
}

function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken, perhaps by another Ringback. Stop that one, or set PORT to another (0 takes any free one).'
  }
  return error.message
}
