import { isDatabaseAway } from '../db/failures.ts'
import type { Deps } from '../deps.ts'

/**
 * Does something for one organization after the other. One for which it fails is left for the next
 * time and holds no other up; where the database is away, all of them are.
 */
export async function forEachOrganization<Organization extends { id: string }>(
  { log }: Pick<Deps, 'log'>,
  organizations: Iterable<Organization>,
  run: (organization: Organization) => Promise<void>,
): Promise<void> {
  for (const organization of organizations) {
    try {
      await run(organization)
    } catch (err) {
      if (isDatabaseAway(err)) throw err
      const { id: organizationId } = organization
      log.error({ err, organizationId }, 'an organization is left for the next time')
    }
  }
}
