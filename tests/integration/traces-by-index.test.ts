import { expect, it } from 'vitest'
import { createDb } from '../../src/server/db/client.ts'
import {
  dropWebhookMessages,
  emptyAuditEntries,
  emptyFeedEvents,
  findDeletedCalls,
} from '../../src/server/db/empty-traces.ts'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { lockVisits } from '../../src/server/db/lock-visits.ts'
import { fillTab } from '../bench/page/fill-tab.ts'
import { makeOrganization } from '../support/factories.ts'
import { createTestDatabase } from '../support/test-database.ts'

it('are found among thousands by their calls and visits, without reading the others', async () => {
  await using database = await createTestDatabase()
  const { db, url } = database
  const { id: organizationId } = await makeOrganization(db)
  await fillTab(db, organizationId, 2000)
  await leaveTraces()
  const [call] = await db.call.findMany({
    where: { organizationId },
    orderBy: { id: 'asc' },
    take: 1,
  })
  const recordId = call?.serviceRecordId ?? ''
  const phoneNumber = call?.phoneNumber ?? ''
  const traces = { organizationId, callIds: [call?.id ?? ''], recordIds: [recordId] }
  const dispatcherDb = createDb(url, { role: 'ringback_dispatcher', maxConnections: 1 })
  try {
    const before = await readsOfTraces()
    const found = await inOrganization(dispatcherDb, organizationId, async (tx) => [
      (await lockVisits(tx, { organizationId, recordIds: [recordId], phoneNumber })).calls.length,
      await findDeletedCalls(tx, traces),
      await emptyFeedEvents(tx, { ...traces, phoneNumbers: [] }),
      await dropWebhookMessages(tx, { ...traces, phoneNumbers: [] }),
      await emptyAuditEntries(tx, { ...traces, phoneNumbers: ['+493012345'] }),
    ])
    expect(found).toEqual([1, [call?.id], 1, 1, 3])
    expect((await readsOfTraces()) - before).toBeLessThan(50)
  } finally {
    await dispatcherDb.$disconnect()
  }

  /**
   * Of every call a message in the feed, one for other programs, and two entries in the log. Two more
   * hold a number.
   */
  async function leaveTraces() {
    // What another connection has read may be counted a second later.
    const filler = createDb(url, { maxConnections: 1 })
    const { id: endpointId } = await filler.webhookEndpoint.create({
      data: { organizationId, url: 'https://hooks.example.com/', events: [], secret: 'whsec_x' },
    })
    await filler.$executeRaw`
      insert into "FeedEvent" ("organizationId", seq, "callId", version, payload)
      select "organizationId", row_number() over (), id, 1, '{"call":{},"counts":{}}' from "Call"`
    await filler.$executeRaw`
      insert into "WebhookDelivery"
        (id, "organizationId", "endpointId", "callId", event, body, "createdAt")
      select gen_random_uuid(), "organizationId", ${endpointId}::uuid, id, 'call.missed', '{}', now()
      from "Call"`
    await filler.$executeRaw`
      insert into "AuditEntry" (id, "organizationId", "actorKind", "actorName", action,
        "subjectType", "subjectId", before)
      select gen_random_uuid(), c."organizationId", 'system', 'Ringback', t.action, t."subjectType",
        t."subjectId", '{}'
      from "Call" c cross join lateral (values
        ('call.updated', 'call', c.id::text),
        ('service_record.created', 'service_record', c."serviceRecordId"::text))
        as t(action, "subjectType", "subjectId")`
    await filler.$executeRaw`
      update "AuditEntry" set action = 'call.deleted',
        before = (select jsonb_build_object('serviceRecordId', c."serviceRecordId") from "Call" c
          where c.id::text = "subjectId")
      where "subjectType" = 'call'
        and "subjectId" in (select id::text from "Call" order by id limit 3)`
    await filler.$executeRaw`
      insert into "AuditEntry" (id, "organizationId", "actorKind", "actorName", action, "subjectType",
        after)
      select gen_random_uuid(), ${organizationId}::uuid, 'system', 'Ringback', 'do_not_call.added',
        'do_not_call', jsonb_build_object('phoneNumber', number)
      from unnest(array['+493012345', '+4930123456']) number`
    await filler.$executeRaw`analyze`
    await filler.$executeRaw`select pg_stat_force_next_flush()`
    await filler.$disconnect()
  }

  /** How many rows were read, as this connection's own figures have it. */
  async function readsOfTraces(): Promise<number> {
    await dispatcherDb.$executeRaw`select pg_stat_force_next_flush()`
    const [row] = await db.$queryRaw<{ reads: bigint }[]>`
      select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint as reads
      from pg_stat_user_tables where relname in ('AuditEntry', 'Call', 'CoveredVisit', 'FeedEvent', 'WebhookDelivery')`
    return Number(row?.reads)
  }
}, 120_000)
