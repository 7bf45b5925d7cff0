import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { csvExports } from '../../src/server/http/csv-exports.ts'
import { createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'

it.each(['/calls/export.csv', '/cases/export.csv'])(
  '%s holds every row once, whatever moves meanwhile',
  async (path) => {
    await using world = await createAppWorld()
    const { db, deps, organizationId } = world
    const { serviceRecordId } = await makeCall(db, organizationId, {
      status: 'canceled',
      dueAt: null,
    })
    await db.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", "phoneNumber", "customerName", "dueAt")
    select gen_random_uuid(), ${organizationId}::uuid, ${serviceRecordId}::uuid,
      '+1203' || (5550000 + position), 'Diego Okafor',
      '2026-11-20 15:00Z'::timestamptz + position * interval '1 minute'
    from generate_series(1, 410) position`
    await db.$executeRaw`
    insert into "Case" (id, "organizationId", "callId", "openedAt", "dueAt")
    select gen_random_uuid(), "organizationId", id, '2026-11-20 15:00Z', "dueAt"
    from "Call" where status = 'ready' and "organizationId" = ${organizationId}::uuid`
    const ids = async () =>
      (
        await db.call.findMany({
          where: { organizationId, status: 'ready' },
          orderBy: { dueAt: 'asc' },
        })
      ).map(({ id }) => id)
    const before = await ids()
    const file = csvExports.find((each) => each.path === path)
    const query = path.startsWith('/calls') ? { tab: 'ready' } : {}
    const pages = file?.open(query, organizationId, (read) =>
      inOrganization(deps.db, organizationId, read, { isSnapshot: true }),
    )
    let text = (await pages?.next())?.value ?? ''
    // One that was written goes to the end, one from there to the front, and one is gone.
    await move(before[0], '2026-11-30T15:00:00Z')
    await move(before[400], '2026-11-10T15:00:00Z')
    await db.call.delete({ where: { id: before[405] ?? '' } })
    for await (const page of pages ?? []) text += page
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    expect(rows.map((row) => row['Call id'])).toEqual(before.filter((_, at) => at !== 405))

    async function move(id = '', dueAt: string) {
      await db.call.update({ where: { id }, data: { dueAt: new Date(dueAt) } })
      await db.case.update({
        where: { organizationId_callId: { organizationId, callId: id } },
        data: { dueAt: new Date(dueAt) },
      })
    }
  },
)
