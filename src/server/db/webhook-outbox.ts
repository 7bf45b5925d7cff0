import type { Temporal } from 'temporal-polyfill'
import type { Db, DbTransaction } from './client.ts'
import { toDate } from './instants.ts'
import { isInvented } from './invented-visits.ts'

export type WebhookMessage = { event: string; callId: string; body: string }

/**
 * Writes each message for every endpoint that wants it, in the transaction of what it tells of. What
 * a sample's invented customers say is told by a demo alone.
 */
export async function writeWebhookMessages(
  tx: DbTransaction,
  input: { organizationId: string; messages: readonly WebhookMessage[]; now: Temporal.Instant },
): Promise<void> {
  const { organizationId, messages } = input
  if (messages.length === 0) return
  const now = toDate(input.now)
  await tx.$executeRaw`
    insert into "WebhookDelivery"
      (id, "organizationId", "endpointId", "callId", event, body, "dueAt", "createdAt")
    select gen_random_uuid(), e."organizationId", e.id, m."callId", m.event, m.body, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      as m(event text, "callId" uuid, body text)
    join "WebhookEndpoint" e on m.event = any(e.events)
    where e."organizationId" = ${organizationId}::uuid and e."isEnabled"
      and not exists (select from "Call" c
        join "ServiceRecord" s
          on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
        join "Organization" o on o.id = c."organizationId"
        where c."organizationId" = e."organizationId" and c.id = m."callId"
          and ${isInvented})`
}

/** A message that is being sent, with what signs it. */
export type TakenDelivery = {
  id: string
  organizationId: string
  endpointId: string
  event: string
  body: string
  /** With this one. */
  tries: number
  url: string
  secret: string
  previousSecret: string | null
  previousSecretUntil: Date | null
}

/**
 * A slow receiver, or many of one organization, hold up so many places, not all of them: those that
 * they are being tried in count too.
 */
const perEndpoint = 4
const perOrganization = 6

/** Takes what is due; nobody else is given it before `until`. */
export const takeDueDeliveries = (
  systemDb: Db,
  { limit, now, until }: { limit: number; now: Temporal.Instant; until: Temporal.Instant },
): Promise<TakenDelivery[]> => systemDb.$queryRaw`
  with trying as (
    select "organizationId", "endpointId", count(*)::int as places from "WebhookDelivery"
    where "dueAt" > ${toDate(now)} and "dueAt" <= ${toDate(until)} and status = 'waiting'
      -- What waits for its next try was given back, and has another distance.
      and "dueAt" - "triedAt" = ${toDate(until)}::timestamptz - ${toDate(now)}::timestamptz
    group by "organizationId", "endpointId")
  update "WebhookDelivery" d
  set "dueAt" = ${toDate(until)}, "triedAt" = ${toDate(now)}, tries = d.tries + 1
  from "WebhookEndpoint" e
  where e.id = d."endpointId" and d.id in (
    select id from "WebhookDelivery"
    where "dueAt" <= ${toDate(now)} and id in (
      select id from (
        select ranked.*,
          row_number() over (partition by ranked."organizationId" order by place, "dueAt", id)
            + coalesce((select sum(t.places) from trying t
              where t."organizationId" = ranked."organizationId"), 0) as turn
        from (
          select d2.id, d2."organizationId", d2."dueAt",
            row_number() over (partition by d2."endpointId" order by d2."dueAt", d2.id)
              + coalesce((select t.places from trying t
                where t."endpointId" = d2."endpointId"), 0) as place
          from "WebhookDelivery" d2
          join "WebhookEndpoint" e2 on e2.id = d2."endpointId" and e2."isEnabled"
          where d2."dueAt" <= ${toDate(now)}) ranked
        where place <= ${perEndpoint}::int) shared
      where turn <= ${perOrganization}::int order by turn, "dueAt" limit ${limit})
    for update skip locked)
  returning d.id, d."organizationId", d."endpointId", d.event, d.body, d.tries, e.url, e.secret,
    e."previousSecret", e."previousSecretUntil"`

/** How a try ended: with an answer, or a reason why there was none. */
export type TryEnd = { statusCode: number | null; answer: string | null; problem: string | null }

/** Writes how a try ended; answers false where another try has begun since. */
export async function settleDelivery(
  tx: DbTransaction,
  { id, tries }: Pick<TakenDelivery, 'id' | 'tries'>,
  end: TryEnd & { status: 'waiting' | 'delivered' | 'failed'; dueAt: Temporal.Instant | null },
): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, tries, status: 'waiting' },
    data: { ...end, dueAt: end.dueAt && toDate(end.dueAt) },
  })
  return count === 1
}

export async function noteEndpointWorks(tx: DbTransaction, id: string): Promise<void> {
  await tx.webhookEndpoint.updateMany({
    where: { id, failingSince: { not: null } },
    data: { failingSince: null },
  })
}

/** Since when it has been failing, this failure included; null where it is gone or disabled. */
export async function noteEndpointFails(
  tx: DbTransaction,
  id: string,
  now: Temporal.Instant,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ failingSince: Date }[]>`
    update "WebhookEndpoint" set "failingSince" = coalesce("failingSince", ${toDate(now)})
    where id = ${id}::uuid and "isEnabled" returning "failingSince"`
  return row?.failingSince ?? null
}

/** Removes what was settled before; what still waits for a disabled endpoint goes as well. */
export async function pruneDeliveries(systemDb: Db, before: Temporal.Instant): Promise<void> {
  await systemDb.webhookDelivery.deleteMany({ where: { createdAt: { lt: toDate(before) } } })
}
