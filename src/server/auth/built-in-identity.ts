import type { Db } from '../db/client.ts'
import type { Identity } from './identity.ts'

const builtInEmail = 'owner@localhost'

/**
 * The organization and its owner that serve every request until there are accounts. Created at the
 * first start, found again at every later one; the demo has an organization of its own.
 */
export async function ensureBuiltInIdentity(db: Db, isDemo: boolean): Promise<Identity> {
  const organization = isDemo
    ? { slug: 'demo', name: 'Harborview Motors', isDemo: true }
    : { slug: 'service-centre', name: 'Service centre', isDemo: false }
  return db.$transaction(async (tx) => {
    const { id: organizationId } = await tx.organization.upsert({
      where: { slug: organization.slug },
      create: { ...organization, timeZone: 'America/New_York' },
      update: {},
    })
    const { id: userId } = await tx.user.upsert({
      where: { email: builtInEmail },
      create: { email: builtInEmail, name: 'Owner' },
      update: {},
    })
    await tx.member.upsert({
      where: { organizationId_userId: { organizationId, userId } },
      create: { organizationId, userId, role: 'owner' },
      update: {},
    })
    return { organizationId, userId, role: 'owner' }
  })
}
