import type { Temporal } from 'temporal-polyfill'
import {
  countRecentAttempts,
  lockPauses,
  readPauseState,
  readWentOnAt,
} from '../db/calling-pause.ts'
import type { DbTransaction } from '../db/client.ts'
import { toDate } from '../db/instants.ts'
import { decideAutoPause, lookBackFrom } from '../domain/auto-pause.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'

/**
 * Stops an organization's calling where most of its last calls failed for technical reasons; asked
 * after each such failure, in its transaction.
 */
export async function pauseAfterFailures(
  tx: DbTransaction,
  { organizationId, now }: { organizationId: string; now: Temporal.Instant },
): Promise<void> {
  await lockPauses(tx, organizationId)
  const { autoPause: open } = await readPauseState(tx, organizationId)
  if (open !== null) return
  const { config } = await loadScheduleConfig(tx, { organizationId, campaignId: null })
  const wentOnAt = await readWentOnAt(tx, organizationId)
  const from = lookBackFrom(config.autoPause, { now, wentOnAt })
  const recent = await countRecentAttempts(tx, { organizationId, from })
  const decision = decideAutoPause(config.autoPause, recent)
  if (!decision.pause) return
  const { attemptCount, failedCount } = recent
  const { reason } = decision
  await tx.callingPause.create({
    data: { organizationId, startedAt: toDate(now), reason, attemptCount, failedCount },
  })
}
