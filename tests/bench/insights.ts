import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb, type Db } from '../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { isoDateOf } from '../../src/server/domain/local-time.ts'
import { readInsights } from '../../src/server/services/read-insights.ts'
import { makeOrganization, makeServiceAdvisor } from '../support/factories.ts'
import { atMost, type Measurement, percentile, round } from '../support/measurement.ts'

const completedCount = 100_000
const rounds = 10
/** As far back as they reach. */
const daysBack = 360

/** What the figures of a period cost an organization with 100,000 completed calls and as many tries. */
export async function measure(): Promise<Measurement> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-insights-'))
  const server = await startEmbeddedServer({ dataDir })
  const owner = createDb(server.url, { maxConnections: 1 })
  const app = createDb(server.url, { role: 'ringback_app', maxConnections: 1 })
  try {
    await migrate(server.url, path.resolve('prisma/migrations'))
    const organizationId = await fill(owner)
    const today = Math.floor(Date.now() / 86_400_000)
    const read = async (days: number) => {
      const period = { from: isoDateOf(today - days + 1), to: isoDateOf(today) }
      const from = performance.now()
      const { nps } = await inOrganization(
        app,
        organizationId,
        (tx) => readInsights(tx, { organizationId, period }),
        { isSnapshot: true },
      )
      return { tookMs: performance.now() - from, n: nps.current.n }
    }
    const figures: Record<string, number> = { 'completed calls': completedCount }
    for (const days of [30, 90, daysBack]) {
      await read(days)
      const runs = []
      for (let at = 0; at < rounds; at++) runs.push(await read(days))
      figures[`${days} days: answers`] = runs[0]?.n ?? 0
      figures[`${days} days: p50 ms`] = round(
        percentile(
          runs.map(({ tookMs }) => tookMs),
          0.5,
        ),
      )
    }
    // The list that the costliest figure opens: an hour of first tries, whatever became of the calls.
    const opened = []
    for (let at = 0; at < rounds; at++) {
      const from = performance.now()
      await inOrganization(app, organizationId, (tx) =>
        listCalls(tx, organizationId, {
          tab: 'completed',
          filter: {
            status: 'any',
            isDemo: false,
            firstTriedHour: 10,
            timeZone: 'America/New_York',
            firstTriedFrom: new Date(Date.now() - 30 * 86_400_000).toISOString(),
          },
          limit: 50,
        }),
      )
      opened.push(performance.now() - from)
    }
    figures['list of an hour: p50 ms'] = round(percentile(opened, 0.5))
    const worst = figures[`${daysBack} days: p50 ms`] ?? Number.NaN
    const usual = figures['30 days: p50 ms'] ?? Number.NaN
    return {
      name: 'insights',
      aims: [
        atMost('figures of 30 days', 300, usual, 'ms'),
        atMost(`figures of ${daysBack} days, of all calls`, 2000, worst, 'ms'),
      ],
      figures,
    }
  } finally {
    await owner.$disconnect()
    await app.$disconnect()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Calls of a year, three in four of them completed, with one or two tries each. */
async function fill(db: Db): Promise<string> {
  const { id } = await makeOrganization(db)
  const names = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal']
  for (const name of names) await makeServiceAdvisor(db, id, name)
  const count = Math.ceil((completedCount * 4) / 3)
  const step = (daysBack * 86_400) / count
  await db.$executeRaw`
    insert into "ServiceRecord" (id, "organizationId", "externalId", "customerName", "customerPhone",
      "vehicleInfo", "serviceType", status, "completedAt", "updatedAt", "serviceAdvisorId",
      "positiveMentions", "areasToImprove")
    select gen_random_uuid(), ${id}::uuid, 'RO-' || n, 'Customer ' || n,
      '+1202555' || lpad((n % 10000)::text, 4, '0'),
      jsonb_build_object('make', (array['Kia','Ford','BMW','Honda','Volvo'])[1 + n % 5],
        'model', 'M', 'year', 2021, 'vehicleNumber', 'X', 'vin', null),
      (array['Oil change','Brakes','Tyres','Annual service'])[1 + n % 4], 'completed',
      now() - n * ${step}::float8 * interval '1 second', now(),
      (select a.id from "ServiceAdvisor" a where a."organizationId" = ${id}::uuid order by a.id offset n % 8 limit 1),
      case when n % 4 > 0 then array['Friendly team', 'Fair price'] else array[]::text[] end,
      case when n % 3 = 0 then array['Long wait'] else array[]::text[] end
    from generate_series(1, ${count}::int) n`
  await db.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", status, outcome, "phoneNumber",
      "customerName", "startTime", "endTime", "updatedAt", "npsScore", "attemptCount")
    select gen_random_uuid(), r."organizationId", r.id,
      case when n % 4 = 0 then 'missed' else 'completed' end,
      case when n % 4 = 0 then 'no_answer' else 'answered' end, r."customerPhone", r."customerName",
      r."completedAt", r."completedAt", now(), case when n % 4 > 0 and n % 7 > 0 then n % 11 end, 1 + n % 2
    from (select r.*, row_number() over (order by r."completedAt") as n from "ServiceRecord" r
      where r."organizationId" = ${id}::uuid) r`
  await db.$executeRaw`
    insert into "CallAttempt" (id, "organizationId", "callId", number, "placementKey", provider, status,
      "requestedAt", "leaseExpiresAt", "scheduleConfigVersion", gates)
    select gen_random_uuid(), c."organizationId", c.id, t.number, gen_random_uuid(), 'simulator', 'missed',
      c."endTime" - interval '1 hour' * (c."attemptCount" - t.number), c."endTime", 1, '[]'
    from "Call" c, generate_series(1, c."attemptCount") t(number)
    where c."organizationId" = ${id}::uuid`
  await db.$executeRaw`vacuum analyze`
  return id
}
