import type { DbSession } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { describeScheduleChanges } from '../domain/schedule-changes.ts'
import { type ScheduleConfig, scheduleConfigSchema } from '../domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../domain/schedule-config-version.schema.ts'
import type { ScheduleVersion } from '../domain/schedule-history.schema.ts'
import type { QuestionDeps } from './read-calling-questions.ts'
import { saveScheduleConfig } from './save-schedule-config.ts'

/** The organization's saved schedules, newest first, each held against the version before it. */
export async function readScheduleHistory(
  session: DbSession,
  input: { organizationId: string; beforeVersion?: number | undefined; limit: number },
): Promise<ScheduleVersion[]> {
  const { organizationId, beforeVersion, limit } = input
  const rows = await session.scheduleConfig.findMany({
    where: {
      organizationId,
      campaignId: null,
      ...(beforeVersion !== undefined && { version: { lt: beforeVersion } }),
    },
    orderBy: { version: 'desc' },
    // One more, to hold the oldest against.
    take: limit + 1,
  })
  const { timeZone } = await session.organization.findUniqueOrThrow({
    where: { id: organizationId },
  })
  const usual = scheduleConfigSchema.parse({ timeZone })
  const versions = rows.map((row) => ({ ...row, config: scheduleConfigSchema.parse(row.config) }))
  const names = await readUserNames(
    session,
    rows.flatMap(({ createdByUserId }) => createdByUserId ?? []),
  )
  return versions.slice(0, limit).map(({ version, config, createdAt, createdByUserId }, at) => ({
    version,
    config,
    savedAt: createdAt.toISOString(),
    savedBy: names.get(createdByUserId ?? '') ?? null,
    changes: describeScheduleChanges(versions[at + 1]?.config ?? usual, config),
  }))
}

/** Saves an older version again, as the newest; throws `not_found` for one that never was. */
export async function restoreScheduleConfig(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'log'> & QuestionDeps,
  input: {
    organizationId: string
    actor: Actor
    version: number
    expectedVersion?: number | undefined
  },
): Promise<SavedScheduleConfig> {
  const { version, ...saver } = input
  const { organizationId } = input
  const config = await inOrganization(deps.db, organizationId, (tx) =>
    readVersion(tx, { organizationId, version }),
  )
  return saveScheduleConfig(deps, { ...saver, config, action: 'schedule.restored' })
}

async function readVersion(
  session: DbSession,
  { organizationId, version }: { organizationId: string; version: number },
): Promise<ScheduleConfig> {
  const row = await session.scheduleConfig.findFirst({
    where: { organizationId, campaignId: null, version },
    select: { config: true },
  })
  if (row === null) throw new DomainError('not_found', 'There is no version of this number.')
  return scheduleConfigSchema.parse(row.config)
}

async function readUserNames(session: DbSession, ids: string[]): Promise<Map<string, string>> {
  const users = await session.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}
