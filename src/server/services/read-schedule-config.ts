import type { DbSession } from '../db/client.ts'
import { toIso } from '../db/instants.ts'
import { DomainError } from '../domain/errors.ts'
import type { SavedScheduleConfig } from '../domain/schedule-config-version.schema.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'

/** The organization's newest schedule; the usual one, as version 0, while it has saved none. */
export async function readScheduleConfig(
  session: DbSession,
  organizationId: string,
): Promise<SavedScheduleConfig> {
  const organization = await session.organization.findUnique({
    where: { id: organizationId },
    select: { createdAt: true },
  })
  if (organization === null) {
    throw new DomainError('not_found', 'This organization does not exist.')
  }
  const schedule = await loadScheduleConfig(session, { organizationId, campaignId: null })
  const { config, version, savedAt } = schedule
  return {
    config,
    version,
    savedAt: savedAt ? toIso(savedAt) : organization.createdAt.toISOString(),
  }
}
