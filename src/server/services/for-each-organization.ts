import { isDatabaseAway } from '../db/failures.ts'
import type { Deps } from '../deps.ts'

/**
 * Does something for one organization after the other. One for which it fails is left for the next
 * time and holds no other up; where the database is away, all of them are.
 */
export async function forEachOrganization(
  { log }: Pick<Deps, 'log'>,
  organizationIds: Iterable<string>,
  run: (organizationId: string) => Promise<void>,
): Promise<void> {
  for (const organizationId of organizationIds) {
    try {
      await run(organizationId)
    } catch (err) {
      if (isDatabaseAway(err)) throw err
      log.error({ err, organizationId }, 'an organization is left for the next time')
    }
  }
}
