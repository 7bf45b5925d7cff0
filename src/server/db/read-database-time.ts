import type { Temporal } from 'temporal-polyfill'
import type { DbSession } from './client.ts'
import { toInstant } from './instants.ts'

/** What the hour is by the database's clock. */
export async function readDatabaseTime(session: DbSession): Promise<Temporal.Instant> {
  const [row] = await session.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (row === undefined) throw new Error('The database did not say what the hour is.')
  return toInstant(row.now)
}
