import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { isLive } from '../domain/call-status.ts'
import { heldAfter } from './attempt-lease.ts'
import { findStagedCall, type StageTarget } from './find-staged-call.ts'

/**
 * Keeps the line of a staged call open a while longer, since somebody stands on the stage. Answers
 * whether there is a line left to be kept.
 */
export async function holdStagedLine(
  deps: Pick<Deps, 'db' | 'clock'>,
  target: StageTarget,
): Promise<{ isOpen: boolean }> {
  const { status, placementKey } = await findStagedCall(deps, target)
  if (!isLive(status)) return { isOpen: false }
  const heldUntil = toDate(heldAfter(deps.clock.now()))
  await inOrganization(deps.db, target.organizationId, (tx) =>
    tx.callAttempt.updateMany({ where: { placementKey }, data: { heldUntil } }),
  )
  return { isOpen: true }
}
