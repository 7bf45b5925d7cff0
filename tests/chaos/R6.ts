import { seededChance, shareOf } from '../support/chaos-seed.ts'
import { type Measurement, none } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { cutSubscriber } from '../support/trials/cut-subscriber.ts'

const runs = [
  { what: 'one server', servers: 1, over: 'NOTIFY', rounds: 625, cuts: 100 },
  { what: 'two servers over NOTIFY', servers: 2, over: 'NOTIFY', rounds: 160, cuts: 50 },
  { what: 'two servers over Redis', servers: 2, over: 'Redis', rounds: 160, cuts: 50 },
] as const

/**
 * A subscriber of real server processes, cut at random bytes amid changes, which comes back to
 * either of them: after each message its screen is held against the log.
 */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  const figures: Record<string, number | string> = { seed }
  const aims: Measurement['aims'] = []
  for (const { what, servers, over, rounds, cuts } of runs) {
    await using house = await openRealHouse({ servers, over })
    const startedAt = performance.now()
    const share = { rounds: shareOf(rounds), cuts: shareOf(cuts) }
    const result = await cutSubscriber(house.place, { ...share, random })
    figures[`${what}: changes`] = result.changes
    figures[`${what}: cuts`] = result.cuts
    figures[`${what}: seconds`] = Math.round((performance.now() - startedAt) / 1000)
    console.log(what, JSON.stringify(result))
    aims.push(
      none(`${what}: missed`, result.missed),
      none(`${what}: applied twice`, result.repeated),
      none(`${what}: out of order`, result.outOfOrder),
      none(`${what}: not recovered`, result.notRecovered),
      none(`${what}: rows unlike the database`, result.isEqualAtLast ? 0 : 1),
    )
  }
  return { name: 'R6', aims, figures }
}
