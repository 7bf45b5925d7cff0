import type { DbSession } from './client.ts'

/** The organization by name; null if it is gone. */
export const readOrganization = (session: DbSession, organizationId: string) =>
  session.organization.findUnique({
    where: { id: organizationId },
    select: { id: true, name: true, slug: true, timeZone: true, isDemo: true },
  })
