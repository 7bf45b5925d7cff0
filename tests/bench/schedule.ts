import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { createDb, type Db } from '../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../src/server/domain/schedule-config.schema.ts'
import { previewSchedule } from '../../src/server/services/preview-schedule.ts'
import { loadNumberZones } from '../../src/server/telephony/phone-zones.ts'
import { makeOrganization } from '../support/factories.ts'
import { atLeast, atMost, type Measurement, round } from '../support/measurement.ts'

const now = Temporal.Instant.from('2026-11-20T17:00:00Z')

/**
 * How long the preview of a changed schedule takes on long queues, as the page asks for it: read
 * behind the wall between organizations, run under both schedules, and put into words.
 */
export async function measure(): Promise<Measurement> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-schedule-'))
  const server = await startEmbeddedServer({ dataDir })
  const owner = createDb(server.url)
  const app = createDb(server.url, { role: 'ringback_app' })
  try {
    await migrate(server.url, path.resolve('prisma/migrations'))
    const [first, small, large] = [
      await fill(owner, 1000),
      await fill(owner, 10_000),
      await fill(owner, 100_000),
    ]
    await owner.$executeRaw`analyze`
    // The first one pays for compiling.
    await previewOnce(app, first)
    const short = await previewOnce(app, small)
    const long = await previewOnce(app, large)
    return {
      name: 'schedule',
      aims: [
        atMost('preview of 10,000 calls', 1, short.seconds, 's'),
        atMost('preview of 100,000 calls', 10, long.seconds, 's'),
        atLeast('100,000: messages of progress', 10, long.shares.length, ''),
      ],
      figures: {
        '10,000: s': round(short.seconds),
        '100,000: s': round(long.seconds),
        '100,000: queue read after s': round(long.readSec),
        '100,000: CPU of the server s': round(long.cpuSec),
        '100,000: longest silence s': round(long.longestSilenceSec),
        '100,000: messages of progress': long.shares.length,
        '100,000: calls that move': long.moving,
      },
    }
  } finally {
    await owner.$disconnect()
    await app.$disconnect()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function previewOnce(db: Db, organizationId: string) {
  const zonesOf = loadNumberZones()
  const clock = { now: () => now, after: () => () => undefined }
  const deps = { db, clock, zonesOfPhone: async (number: string) => zonesOf(number) }
  const config = scheduleIn({ weekly: { monday: [{ start: '08:00', end: '20:00' }] } })
  const { signal } = new AbortController()
  const startedAt = performance.now()
  const cpuAtStart = process.cpuUsage()
  const secondsSince = (from: number) => (performance.now() - from) / 1000
  const shares: number[] = []
  let readSec = 0
  let longestSilenceSec = 0
  let heardAt = startedAt
  for await (const message of previewSchedule(deps, {
    organizationId,
    config,
    callSec: 90,
    signal,
  })) {
    longestSilenceSec = Math.max(longestSilenceSec, secondsSince(heardAt))
    heardAt = performance.now()
    if (message.type === 'progress') {
      shares.push(message.share)
      if (message.share <= 0.5) readSec = secondsSince(startedAt)
      continue
    }
    const { earlier, later, lost, won } = message.result.counts
    const { user, system } = process.cpuUsage(cpuAtStart)
    return {
      seconds: secondsSince(startedAt),
      readSec,
      longestSilenceSec,
      shares,
      cpuSec: (user + system) / 1e6,
      moving: earlier + later + lost + won,
    }
  }
  throw new Error('The preview ended without a result.')
}

const scheduleIn = (config: ScheduleConfigInput) =>
  scheduleConfigSchema.parse({
    timeZone: 'America/New_York',
    maxActiveCalls: 200,
    maxPerMinute: 600,
    ...config,
  })

/** An organization with visits of the last two days, most of their calls due by now. */
async function fill(db: Db, count: number): Promise<string> {
  const { id } = await makeOrganization(db)
  await db.scheduleConfig.create({
    data: { organizationId: id, version: 1, config: scheduleIn({}) },
  })
  const at = new Date(now.epochMilliseconds)
  await db.$executeRaw`
    insert into "ServiceRecord" (id, "organizationId", "externalId", "customerName", "customerPhone",
      "customerTimeZone", "vehicleInfo", "serviceType", status, "completedAt", "updatedAt")
    select uuidv7(), ${id}::uuid, 'RO-' || n, 'Customer ' || n, '+1202' || (5000000 + n),
      (array[null, 'America/Chicago', 'America/Los_Angeles', 'Pacific/Honolulu'])[1 + n % 4],
      '{"make":"Honda","model":"CR-V","year":2021,"vehicleNumber":"X","vin":null}', 'Annual service',
      'completed', ${at}::timestamptz - ((n::bigint * 7919) % 172800) * interval '1 second', ${at}
    from generate_series(1, ${count}::int) n`
  await db.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", status, "phoneNumber",
      "customerName", "dueAt", "notBefore", "expiresAt", "updatedAt")
    select uuidv7(), r."organizationId", r.id, 'ready', r."customerPhone",
      r."customerName", r."completedAt" + interval '2 hours', r."completedAt",
      r."completedAt" + interval '7 days', ${at}
    from "ServiceRecord" r where r."organizationId" = ${id}::uuid`
  return id
}
