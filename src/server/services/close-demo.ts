import type { Deps } from '../deps.ts'
import { demoEmailOf, demoRoles } from '../domain/account.schema.ts'
import { systemActor } from '../domain/actor.ts'
import { recordAudit } from './record-audit.ts'

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
    for (const { id, name } of keys) {
      await tx.apiKey.deleteMany({ where: { id } })
      const key = { subjectType: 'api_key', subjectId: id, before: { name } }
      await recordAudit(tx, { ...by, action: 'api_key.revoked', ...key })
    }
    const invitations = await tx.invitation.updateManyAndReturn({
      where: { organizationId, status: 'pending' },
      data: { status: 'revoked' },
      select: { id: true },
    })
    for (const { id } of invitations) {
      const invitation = { subjectType: 'invitation', subjectId: id }
      await recordAudit(tx, { ...by, action: 'invitation.revoked', ...invitation })
    }
    return { sessions: sessions.count, keys: keys.length, invitations: invitations.length }
  })
  if (Object.values(shut).some((count) => count > 0)) log.info(shut, 'The demo was closed')
}
