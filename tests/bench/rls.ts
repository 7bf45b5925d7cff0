import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDb, type Db } from '../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { listCalls } from '../../src/server/db/list-calls.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { makeOrganization } from '../support/factories.ts'
import { atMost, type Measurement, percentile, round } from '../support/measurement.ts'

const callCount = 200_000
const connections = 8
const secondsEach = 4
const rounds = 3

/** What a page of 50 out of 200,000 calls costs behind the wall, beside the owner who has none. */
export async function measure(): Promise<Measurement> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-rls-'))
  const server = await startEmbeddedServer({ dataDir })
  const owner = createDb(server.url, { maxConnections: connections })
  const app = createDb(server.url, { role: 'ringback_app', maxConnections: connections })
  try {
    await migrate(server.url, path.resolve('prisma/migrations'))
    const organizationId = await fill(owner)
    const input = { tab: 'ready' as const, filter: {}, limit: 50 }
    const ways: Record<string, () => Promise<{ calls: unknown[] }>> = {
      'owner, one statement': () => listCalls(owner, organizationId, input),
      'owner, a transaction that names it': () =>
        inOrganization(owner, organizationId, (tx) => listCalls(tx, organizationId, input)),
      'application, row-level security': () =>
        inOrganization(app, organizationId, (tx) => listCalls(tx, organizationId, input)),
    }
    const taken: Record<string, number[]> = {}
    const perSecond: Record<string, number[]> = {}
    // Turn by turn, so that what else the machine does meets all of them alike.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [way, read] of Object.entries(ways)) {
        const run = await load(read, round === 0 ? 1 : secondsEach)
        if (round === 0) continue
        taken[way] = [...(taken[way] ?? []), ...run.tookMs]
        perSecond[way] = [...(perSecond[way] ?? []), run.perSecond]
      }
    }
    const rate = (way: string) => percentile(perSecond[way] ?? [], 0.5)
    const [bare = '', named = '', behind = ''] = Object.keys(ways)
    const ratio = rate(bare) / rate(behind)
    return {
      name: 'rls',
      aims: [atMost('the whole wall, against one statement of the owner', 2, ratio, 'times')],
      figures: {
        ...Object.fromEntries(
          Object.entries(taken).flatMap(([way, tookMs]) => [
            [`${way}: p50 ms`, round(percentile(tookMs, 0.5))],
            [`${way}: p99 ms`, round(percentile(tookMs, 0.99))],
            [`${way}: pages/s`, round(rate(way))],
          ]),
        ),
        'times: the transaction': round(rate(bare) / rate(named)),
        'times: the policies': round(rate(named) / rate(behind)),
        'times: both': round(ratio),
        'calls in all': callCount * 1.5,
        connections,
      },
    }
  } finally {
    await owner.$disconnect()
    await app.$disconnect()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Reads on every connection at once, one page after the other. */
async function load(read: () => Promise<{ calls: unknown[] }>, seconds: number) {
  const tookMs: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const readOn = async () => {
    while (performance.now() < endsAt) {
      const from = performance.now()
      const { calls } = await read()
      if (calls.length !== 50) throw new Error(`A page holds ${calls.length} calls.`)
      tookMs.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, readOn))
  return { tookMs, perSecond: tookMs.length / ((performance.now() - startedAt) / 1000) }
}

/** Two organizations, the second half as large; most calls are over, as after some months. */
async function fill(db: Db): Promise<string> {
  const ours = (await makeOrganization(db)).id
  const others = (await makeOrganization(db)).id
  for (const [organizationId, count] of [
    [ours, callCount],
    [others, callCount / 2],
  ] as const) {
    await db.$executeRaw`
      insert into "ServiceRecord" (id, "organizationId", "externalId", "customerName", "customerPhone",
        "vehicleInfo", "serviceType", status, "completedAt", "updatedAt")
      select gen_random_uuid(), ${organizationId}::uuid, 'RO-' || n, 'Customer ' || n, '+1202555' || lpad((n % 10000)::text, 4, '0'),
        '{"make":"Honda","model":"CR-V","year":2021,"vehicleNumber":"X","vin":null}', 'Annual service',
        'completed', now() - n * interval '1 minute', now()
      from generate_series(1, ${count}::int) n`
    await db.$executeRaw`
      insert into "Call" (id, "organizationId", "serviceRecordId", status, outcome, "phoneNumber",
        "customerName", "dueAt", "endTime", "updatedAt")
      select gen_random_uuid(), r."organizationId", r.id,
        case when n % 10 = 0 then 'ready' when n % 10 < 3 then 'missed' else 'completed' end,
        case when n % 10 = 0 then null when n % 10 < 3 then 'no_answer' else 'answered' end,
        r."customerPhone", r."customerName",
        case when n % 10 = 0 then r."completedAt" + interval '2 hours' end,
        case when n % 10 > 0 then r."completedAt" + interval '3 hours' end, now()
      from (select r.*, row_number() over (order by r."externalId") as n from "ServiceRecord" r
        where r."organizationId" = ${organizationId}::uuid) r`
  }
  await db.$executeRaw`analyze`
  return ours
}
