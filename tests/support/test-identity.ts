import { type Identity, identityOfMember } from '../../src/server/auth/identity.ts'
import type { Db } from '../../src/server/db/client.ts'
import type { Actor } from '../../src/server/domain/actor.ts'
import type { Role } from '../../src/server/domain/rights.ts'

/** Somebody who does things in tests that do not ask who did them. */
export const someActor: Actor = {
  kind: 'user',
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Robin',
}

/** A member of the organization, in the database as well. */
export async function makeMember(
  db: Db,
  organizationId: string,
  role: Role = 'owner',
): Promise<Identity> {
  const email = `${role}-${organizationId}@x.test`
  const user = await db.user.upsert({
    where: { email },
    create: { name: 'Robin', email },
    update: {},
  })
  await db.member.upsert({
    where: { organizationId_userId: { organizationId, userId: user.id } },
    create: { organizationId, userId: user.id, role },
    update: { role },
  })
  return identityOfMember({ organizationId, user, role, sessionId: null })
}
