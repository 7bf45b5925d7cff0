import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { askToStop } from '../db/visit-imports.ts'
import type { Deps } from '../deps.ts'

/** Asks a running import to end with the batch that it is at; what has landed stays. */
export async function stopImport(
  deps: Pick<Deps, 'db' | 'clock'>,
  { organizationId }: { organizationId: string },
  importId: string,
): Promise<{ isStopping: boolean }> {
  const now = toDate(deps.clock.now())
  const isStopping = await inOrganization(deps.db, organizationId, (tx) =>
    askToStop(tx, { organizationId, importId, now }),
  )
  return { isStopping }
}
