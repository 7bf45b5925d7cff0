import { type DbSession, sql } from './client.ts'

/**
 * Forgets the oldest events of every feed: those written before `before`, and those beyond the
 * newest `keepNewest` of an organization. Only ever cuts off the beginning, because a reader takes
 * the presence of the next event for the presence of all later ones: an event that is old by a
 * clock that was off goes once all before it may. Answers how many went.
 */
export async function pruneFeedEvents(
  session: DbSession,
  input: { before: Date; keepNewest: number },
): Promise<number> {
  const { before, keepNewest } = input
  const firstYoung = sql`
    select f.seq from "FeedEvent" f
    where f."organizationId" = o.id and f."createdAt" >= ${before} order by f.seq limit 1`
  return session.$executeRaw`
    delete from "FeedEvent" e using (
      select o.id,
        greatest(o."feedSeq" - ${keepNewest}, coalesce((${firstYoung}) - 1, o."feedSeq"))
          as "lastForgotten"
      from "Organization" o
    ) o
    where e."organizationId" = o.id and e.seq <= o."lastForgotten"`
}
