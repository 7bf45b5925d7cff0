import type { Db } from '../../../src/server/db/client.ts'

/** Calls that wait in one tab, so late that no dispatcher touches them; each is due a second after the other. */
export async function fillTab(db: Db, organizationId: string, count: number): Promise<void> {
  await db.$executeRaw`
    insert into "ServiceRecord" (id, "organizationId", "externalId", "customerName", "customerPhone",
      "vehicleInfo", "serviceType", status, "completedAt", "updatedAt")
    select gen_random_uuid(), ${organizationId}::uuid, 'RO-' || lpad(n::text, 6, '0'),
      'Customer ' || lpad(n::text, 6, '0'), '+1202555' || lpad((n % 10000)::text, 4, '0'),
      '{"make":"Honda","model":"CR-V","year":2021,"vehicleNumber":"ABC-1234","vin":null}',
      'Annual service', 'completed', now() - interval '1 day', now()
    from generate_series(1, ${count}::int) n`
  await db.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", status, "phoneNumber",
      "customerName", "dueAt", "expiresAt", "updatedAt")
    select gen_random_uuid(), r."organizationId", r.id, 'ready', r."customerPhone", r."customerName",
      now() + interval '30 days' + row_number() over (order by r."externalId") * interval '1 second',
      now() + interval '90 days', now()
    from "ServiceRecord" r where r."organizationId" = ${organizationId}::uuid`
  await db.$executeRaw`
    update "Organization" set "readyCount" = ${count} where id = ${organizationId}::uuid`
  await db.$executeRaw`analyze`
}
