import { setTimeout as pause } from 'node:timers/promises'
import { atMost, type Measurement, none, round } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { loseDatabase } from '../support/trials/lose-database.ts'

const awayMs = 30_000

/** PostgreSQL is stopped under a real server for 30 s, with pages open. */
export async function measure(): Promise<Measurement> {
  await using house = await openRealHouse()
  const { place, cluster, way } = house
  const result = await loseDatabase(place, {
    cluster,
    way,
    pages: 20,
    away: () => pause(awayMs),
  })
  return {
    name: 'R9',
    aims: [
      none('subscriptions that ended', result.ended),
      none('changes missed', result.missed),
      none('changes applied twice', result.repeated),
      none('changes out of order', result.outOfOrder),
      none('screens unlike the database', result.unequal),
      atMost('from its return to equal screens', 5, result.equalAfterMs / 1000, 's'),
    ],
    figures: {
      'away s': awayMs / 1000,
      pages: result.pages,
      changes: result.changes,
      'equal after s': round(result.equalAfterMs / 1000),
    },
  }
}
