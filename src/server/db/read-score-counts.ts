import type { Temporal } from 'temporal-polyfill'
import type { DbSession } from './client.ts'
import { toDate } from './instants.ts'

/** How often each score was given in calls that ended after `since`. */
export function readScoreCounts(
  session: DbSession,
  { organizationId, since }: { organizationId: string; since: Temporal.Instant },
): Promise<{ score: number; n: number }[]> {
  return session.$queryRaw`
    select "npsScore" as score, count(*)::int as n from "Call"
    where "organizationId" = ${organizationId}::uuid and status = 'completed'
      and "endTime" >= ${toDate(since)} and "npsScore" is not null
    group by 1 order by 1`
}
