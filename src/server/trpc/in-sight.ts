import type { Identity } from '../auth/identity.ts'
import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'

/** Reads what the identity may see of its organization; `isSnapshot` makes it all of one moment. */
export const inSight = <T>(
  { deps, identity }: { deps: Deps; identity: Identity },
  read: (tx: DbTransaction) => Promise<T>,
  isSnapshot = false,
): Promise<T> =>
  inOrganization(deps.db, identity.organizationId, read, { sight: identity.sight, isSnapshot })
