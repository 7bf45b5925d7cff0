import type { PlacementHouse } from './placement-house.ts'
import { isOver, judgeRun } from './verdict.ts'

/** Lets several dispatcher processes begin at the same moment, and waits until all is placed. */
export async function dispatchTogether(house: PlacementHouse, count: number) {
  const servers = await Promise.all(Array.from({ length: count }, () => house.start()))
  const startedAt = performance.now()
  for (const { go } of servers) go()
  await house.whenCalls(isOver, 240_000)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  return { seconds, mostActive: await mostActiveTold(house), ...(await judgeRun(house)) }
}

/** The most calls that were on the line at once, by the order in which the feed tells of them. */
async function mostActiveTold({ db, organizationId }: PlacementHouse): Promise<number> {
  const rows = await db.$queryRaw<{ most: number }[]>`
    with told as (
      select seq, (payload -> 'call' ->> 'status' in ('placing', 'ringing', 'in_progress')) as live,
        lag(payload -> 'call' ->> 'status' in ('placing', 'ringing', 'in_progress'), 1, false)
          over (partition by "callId" order by seq) as was_live
      from "FeedEvent" where "organizationId" = ${organizationId}::uuid)
    select max(active)::int as most from (
      select sum(live::int - was_live::int) over (order by seq) as active from told) a`
  return rows[0]?.most ?? 0
}
