import type { DbSession } from './client.ts'

/** The organization and the user of an identity, by name; null if either is gone. */
export async function readMembership(
  session: DbSession,
  identity: { organizationId: string; userId: string },
) {
  const { organizationId, userId } = identity
  const member = await session.member.findUnique({
    where: { organizationId_userId: { organizationId, userId } },
    select: {
      organization: { select: { id: true, name: true, slug: true, timeZone: true, isDemo: true } },
      user: { select: { id: true, name: true } },
    },
  })
  return member
}
