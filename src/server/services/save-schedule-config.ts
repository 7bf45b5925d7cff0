import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toIso } from '../db/instants.ts'
import { takeOrganizationLock } from '../db/organization-lock.ts'
import type { Deps } from '../deps.ts'
import { type Actor, userIdOf } from '../domain/actor.ts'
import { changedFields } from '../domain/audit.ts'
import { DomainError } from '../domain/errors.ts'
import type { ScheduleConfig } from '../domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../domain/schedule-config-version.schema.ts'
import type { QuestionDeps } from './read-calling-questions.ts'
import { recordAudit } from './record-audit.ts'
import { beginReplan } from './replan-calls.ts'

/**
 * Saves a new version of the organization's schedule and plans the waiting calls anew by it; throws
 * `conflict` if there is a newer one.
 */
export async function saveScheduleConfig(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'log'> & QuestionDeps,
  input: {
    organizationId: string
    actor: Actor
    config: ScheduleConfig
    expectedVersion?: number
    action?: 'schedule.saved' | 'schedule.restored'
  },
): Promise<SavedScheduleConfig> {
  const { organizationId, actor, config, expectedVersion } = input
  const saved = await inOrganization(deps.db, organizationId, async (tx) => {
    const newest = await lockNewestVersion(tx, organizationId)
    const newestVersion = newest?.version ?? 0
    if (expectedVersion !== undefined && expectedVersion !== newestVersion) {
      throw new DomainError(
        'conflict',
        'Somebody saved another schedule meanwhile. Look at the newest one and try again.',
      )
    }
    const now = deps.clock.now()
    const version = newestVersion + 1
    await tx.scheduleConfig.create({
      data: {
        organizationId,
        version,
        config,
        createdByUserId: userIdOf(actor),
        createdAt: toDate(now),
        replannedAt: null,
      },
    })
    await recordAudit(tx, {
      organizationId,
      actor,
      action: input.action ?? 'schedule.saved',
      subjectType: 'schedule_config',
      subjectId: null,
      now,
      ...changedFields(fieldsOf(newest?.config), { ...config, scheduleVersion: version }),
    })
    return { config, version, savedAt: toIso(now) }
  })
  // The schedule is in force already.
  await beginReplan(deps, organizationId)
  return saved
}

/** Two who save at once wait for each other here; else both would take the same number. */
async function lockNewestVersion(tx: DbTransaction, organizationId: string) {
  await takeOrganizationLock(tx, 'schedule', organizationId)
  return tx.scheduleConfig.findFirst({
    where: { organizationId, campaignId: null },
    orderBy: { version: 'desc' },
    select: { version: true, config: true },
  })
}

const fieldsOf = (stored: unknown): Record<string, unknown> =>
  typeof stored === 'object' && stored !== null ? { ...stored } : {}
