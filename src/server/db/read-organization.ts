import type { CaseRule } from '../domain/case.schema.ts'
import type { DbSession } from './client.ts'

/** The organization by name; null if it is gone. */
export const readOrganization = (session: DbSession, organizationId: string) =>
  session.organization.findUnique({
    where: { id: organizationId },
    select: { id: true, name: true, slug: true, timeZone: true, isDemo: true },
  })

/** On whose clock its people read times. */
export async function readTimeZone(session: DbSession, organizationId: string): Promise<string> {
  const { timeZone } = await session.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  return timeZone
}

/** What an owner sets for the whole organization. */
export const readOrganizationSettings = (session: DbSession, organizationId: string) =>
  session.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true, slug: true, timeZone: true, retentionDays: true },
  })

/** Which scores open a case. */
export const readCaseRule = (session: DbSession, organizationId: string): Promise<CaseRule> =>
  session.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { lowScore: true },
  })
