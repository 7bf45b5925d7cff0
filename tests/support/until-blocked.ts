import { expect, vi } from 'vitest'
import type { Db } from '../../src/server/db/client.ts'

/** Settles once `count` wait for what another transaction on this database holds. */
export const untilBlocked = (db: Pick<Db, '$queryRaw'>, count = 1): Promise<void> =>
  vi.waitFor(async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    expect(waiting).toHaveLength(count)
  }, 20_000)
