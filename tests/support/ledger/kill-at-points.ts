import { type PlacementPoint, placementPoints } from '../../../src/server/fail-point.ts'
import type { SeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import type { PlacementHouse } from './placement-house.ts'
import { isOver, judgeRun } from './verdict.ts'

/** How many calls a server may be placing when it is killed. */
const maxPlacements = 4

/** So many calls are enough for all of these kills. */
export const callsForKills = (kills: number) => kills * (maxPlacements + 1)

/** Ends servers at each point of a placement, `times` times each; the last server lives. */
export async function killAtPoints(
  house: PlacementHouse,
  { times, random }: { times: number; random: SeededRandom },
) {
  const points = random.shuffle(
    placementPoints.flatMap((point) => Array<PlacementPoint>(times).fill(point)),
  )
  const startFor = (point: PlacementPoint | undefined) => {
    const isBatch = point === 'claiming'
    return house.start({
      MAX_PLACEMENTS: String(maxPlacements),
      ...(point && { FAIL_AT: `${point}:${isBatch ? 1 : random.whole(1, maxPlacements)}` }),
    })
  }
  let next = startFor(points[0])
  let killedThere = 0
  for (const at of points.keys()) {
    const server = await next
    next = startFor(points[at + 1])
    server.go()
    const [, signal] = await server.ended
    if (signal === 'SIGKILL') killedThere += 1
  }
  ;(await next).go()
  await house.whenCalls(isOver, 240_000)
  return { ...(await judgeRun(house)), killedThere, latestDoubtSec: await latestDoubtSec(house) }
}

/** The longest that an attempt, once it was sent, was neither ended nor called unknown. */
async function latestDoubtSec({ db, organizationId }: PlacementHouse): Promise<number> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    select max(extract(epoch from "endedAt" - "sentAt"))::float as seconds from "CallAttempt"
    where "organizationId" = ${organizationId}::uuid and status = 'unknown'`
  return rows[0]?.seconds ?? 0
}
