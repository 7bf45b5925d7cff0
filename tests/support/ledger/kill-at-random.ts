import type { SeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import type { PlacementHouse } from './placement-house.ts'
import { isOver, judgeRun, type Verdict } from './verdict.ts'

/** Kills one server after another at a random moment of its placing; the last one lives. */
export async function killAtRandom(
  house: PlacementHouse,
  { kills, random }: { kills: number; random: SeededRandom },
): Promise<Verdict> {
  let next = house.start()
  for (let killed = 0; killed < kills; killed += 1) {
    const server = await next
    next = house.start()
    server.go()
    // Where all lines are taken by those that died before, it has nothing to claim.
    await Promise.race([server.placing, pauseMs(4000)])
    await pauseMs(random.whole(50, 800))
    server.kill('SIGKILL')
    await server.ended
  }
  ;(await next).go()
  await house.whenCalls(isOver, 240_000)
  return judgeRun(house)
}

const pauseMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
