import type { z } from 'zod'
import type {
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookEndpoint,
  webhookDeliveriesInputSchema,
} from '../domain/webhook.schema.ts'
import { type DbSession, emptySql, type Sql, sql } from './client.ts'
import { afterMark, cutPage, type MarkFormat, readMark } from './page-mark.ts'

type EndpointRow = Omit<WebhookEndpoint, 'failingSince' | 'createdAt'> & {
  failingSince: Date | null
  createdAt: Date
}

/** The organization's endpoints, the oldest first, or the one with this id; never their secrets. */
export async function listWebhookEndpoints(
  session: DbSession,
  organizationId: string,
  id?: string,
): Promise<WebhookEndpoint[]> {
  const only = id === undefined ? emptySql : sql`and id = ${id}::uuid`
  const rows = await session.$queryRaw<EndpointRow[]>`
    select id, url, events, "isEnabled", "disabledReason", "failingSince", "createdAt"
    from "WebhookEndpoint" where "organizationId" = ${organizationId}::uuid ${only}
    order by "createdAt", id`
  return rows.map((row) => ({
    ...row,
    failingSince: row.failingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

type DeliveryRow = Omit<WebhookDelivery, 'createdAt' | 'triedAt' | 'dueAt'> & {
  createdAt: Date
  triedAt: Date | null
  dueAt: Date | null
}

const format: MarkFormat = { order: 'webhook-deliveries', keyType: 'instant' }
const place = { keyType: 'instant', key: sql`"createdAt"`, id: sql`id`, direction: 'desc' } as const

/** What was sent to one endpoint, the newest first. */
export async function listWebhookDeliveries(
  session: DbSession,
  organizationId: string,
  { endpointId, limit, cursor }: z.output<typeof webhookDeliveriesInputSchema>,
): Promise<WebhookDeliveryPage> {
  const after: Sql = cursor ? sql`and ${afterMark(readMark(cursor, format), place)}` : emptySql
  const rows = await session.$queryRaw<DeliveryRow[]>`
    select id, event, "callId", status, tries, "createdAt", "triedAt", "dueAt", "statusCode",
      answer, problem
    from "WebhookDelivery"
    where "organizationId" = ${organizationId}::uuid and "endpointId" = ${endpointId}::uuid ${after}
    order by "createdAt" desc, id desc limit ${limit + 1}`
  const found = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
  }))
  const { rows: deliveries, nextCursor } = cutPage(found, {
    limit,
    format,
    keyOf: ({ createdAt }) => createdAt,
  })
  return { deliveries, nextCursor }
}
