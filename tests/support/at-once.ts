import type { Db } from '../../src/server/db/client.ts'
import { untilBlocked } from './until-blocked.ts'

/**
 * Does two things of which each adds a row to the organization: the second begins once the first
 * has seen what there is, and neither commits before the second has seen it too or waits.
 */
export async function atOnce<T>(
  db: Db,
  organizationId: string,
  [one, other]: readonly [() => Promise<T>, () => Promise<T>],
): Promise<PromiseSettledResult<T>[]> {
  const { both } = await db.$transaction(async (tx) => {
    // A row that names the organization waits for it.
    await tx.$executeRaw`select 1 from "Organization" where id = ${organizationId}::uuid for update`
    const first = one()
    await untilBlocked(db)
    const both = Promise.allSettled([first, other()])
    await untilBlocked(db, 2)
    return { both }
  })
  return both
}
