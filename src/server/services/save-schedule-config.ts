import type { DbTransaction } from '../db/client.ts'
import { toDate, toIso } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import type { ScheduleConfig } from '../domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../domain/schedule-config-version.schema.ts'
import { replanCalls } from './replan-calls.ts'

/**
 * Saves a new version of the organization's schedule and plans the waiting calls anew by it; throws
 * `conflict` if there is a newer one.
 */
export async function saveScheduleConfig(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone' | 'log'>,
  input: {
    organizationId: string
    userId: string
    config: ScheduleConfig
    expectedVersion?: number
  },
): Promise<SavedScheduleConfig> {
  const { organizationId, userId, config, expectedVersion } = input
  const saved = await deps.db.$transaction(async (tx) => {
    const newest = await lockNewestVersion(tx, organizationId)
    if (expectedVersion !== undefined && expectedVersion !== newest) {
      throw new DomainError(
        'conflict',
        'Somebody saved another schedule meanwhile. Look at the newest one and try again.',
      )
    }
    const now = deps.clock.now()
    const version = newest + 1
    await tx.scheduleConfig.create({
      data: {
        organizationId,
        version,
        config,
        createdByUserId: userId,
        createdAt: toDate(now),
        replannedAt: null,
      },
    })
    return { config, version, savedAt: toIso(now) }
  })
  try {
    await replanCalls(deps, organizationId)
  } catch (error) {
    // The schedule is in force already; the dispatcher makes up for it.
    deps.log.error({ err: error, organizationId }, 'calls not planned anew yet')
  }
  return saved
}

/** Savers wait for each other here; without it both would take the same number. */
async function lockNewestVersion(tx: DbTransaction, organizationId: string): Promise<number> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('schedule ' || ${organizationId}, 0))`
  const newest = await tx.scheduleConfig.aggregate({
    where: { organizationId, campaignId: null },
    _max: { version: true },
  })
  return newest._max.version ?? 0
}
