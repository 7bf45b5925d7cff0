import type { Deps } from '../deps.ts'
import { demoEmailOf, demoRoles } from '../domain/account.schema.ts'
import { systemActor } from '../domain/actor.ts'
import { endInvitations } from './invite-member.ts'
import { recordKeyRevoked } from './revoke-api-key.ts'

/**
 * Shuts behind a demo that is no longer open what its visitors came by, or left open: the sessions
 * of its accounts, the keys of its organization and its open invitations.
 */
export async function closeDemo({
  accounts,
  clock,
  log,
}: Pick<Deps, 'accounts' | 'clock' | 'log'>): Promise<void> {
  const demo = await accounts.db.organization.findFirst({
    where: { isDemo: true },
    select: { id: true },
  })
  if (demo === null) return
  const organizationId = demo.id
  const shut = await accounts.db.$transaction(async (tx) => {
    const sessions = await tx.session.deleteMany({
      where: { user: { email: { in: demoRoles.map(demoEmailOf) } } },
    })
    const by = { organizationId, actor: systemActor, now: clock.now() }
    const keys = await tx.apiKey.findMany({
      where: { referenceId: organizationId },
      select: { id: true, name: true },
    })
    await tx.apiKey.deleteMany({ where: { id: { in: keys.map(({ id }) => id) } } })
    for (const key of keys) await recordKeyRevoked(tx, { ...by, ...key })
    const invitations = await endInvitations(tx, { ...by, which: {} })
    return { sessions: sessions.count, keys: keys.length, invitations }
  })
  if (Object.values(shut).some((count) => count > 0)) log.info(shut, 'The demo was closed')
}
