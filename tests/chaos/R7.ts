import { seededChance, shareOf } from '../support/chaos-seed.ts'
import { atLeast, type Measurement, none } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { openAmidWrites } from '../support/trials/open-amid-writes.ts'

const many = {
  servers: 1,
  over: 'NOTIFY',
  callsEach: 5,
  rounds: 250,
  holdMs: 0,
  pages: 40,
} as const
const late = { callsEach: 1, rounds: 60, holdMs: 50, pages: 20 }
const runs = [
  { what: '10,000 writes', ...many },
  { what: 'late writers', ...late, servers: 1, over: 'NOTIFY' },
  { what: 'late writers, two servers over NOTIFY', ...late, servers: 2, over: 'NOTIFY' },
  { what: 'late writers, two servers over Redis', ...late, servers: 2, over: 'Redis' },
] as const

/**
 * Pages that open amid writers, some of which commit late, on real server processes. A client by
 * `id > last seen` reads the same writes and has to fail the same check.
 */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  const figures: Record<string, number | string> = { seed }
  const aims: Measurement['aims'] = []
  for (const { what, servers, over, ...how } of runs) {
    await using house = await openRealHouse({ servers, over })
    const startedAt = performance.now()
    const share = { rounds: shareOf(how.rounds), pages: shareOf(how.pages) }
    const result = await openAmidWrites(house.place, { ...how, ...share, random })
    console.log(what, JSON.stringify(result))
    figures[`${what}: writes`] = result.writes
    figures[`${what}: pages`] = result.pages
    figures[`${what}: seconds`] = Math.round((performance.now() - startedAt) / 1000)
    aims.push(
      none(`${what}: missed`, result.missed),
      none(`${what}: applied twice`, result.repeated),
      none(`${what}: out of order`, result.outOfOrder),
      none(`${what}: not recovered`, result.notRecovered),
    )
    if (how.holdMs > 0) {
      aims.push(atLeast(`${what}: missed by the naive cursor`, 1, result.missedNaively, 'changes'))
    }
  }
  return { name: 'R7', aims, figures }
}
