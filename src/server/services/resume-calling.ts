import { lockPauses, readPauseState } from '../db/calling-pause.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { PauseState } from '../domain/pause-state.schema.ts'

/**
 * Lets calling go on that had stopped by itself; what failed before never stops it again. Nothing
 * happens where it had not stopped.
 */
export async function resumeCalling(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<PauseState> {
  const state = await deps.db.$transaction(async (tx) => {
    await lockPauses(tx, organizationId)
    await tx.callingPause.updateMany({
      where: { organizationId, endedAt: null },
      data: { endedAt: toDate(deps.clock.now()), endedByUserId: userId },
    })
    return readPauseState(tx, organizationId)
  })
  deps.feed.announce(organizationId)
  return state
}
