import { lockPauses, readPauseState } from '../db/calling-pause.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { type Actor, userIdOf } from '../domain/actor.ts'
import type { PauseState } from '../domain/pause-state.schema.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Lets calling go on that had stopped by itself; what failed before never stops it again. Nothing
 * happens where it had not stopped.
 */
export async function resumeCalling(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  { organizationId, actor }: { organizationId: string; actor: Actor },
): Promise<PauseState> {
  const state = await inOrganization(deps.db, organizationId, async (tx) => {
    await lockPauses(tx, organizationId)
    const now = deps.clock.now()
    const { autoPause } = await readPauseState(tx, organizationId)
    if (autoPause !== null) {
      await tx.callingPause.updateMany({
        where: { organizationId, endedAt: null },
        data: { endedAt: toDate(now), endedByUserId: userIdOf(actor) },
      })
      await recordAudit(tx, {
        organizationId,
        actor,
        action: 'calling.resumed',
        now,
        subjectType: 'calling_pause',
        subjectId: null,
        before: autoPause,
      })
    }
    return readPauseState(tx, organizationId)
  })
  deps.feed.announce(organizationId)
  return state
}
