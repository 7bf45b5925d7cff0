import type { Deps } from '../deps.ts'
import { recordAudit } from './record-audit.ts'

/** Notes in each organization of a person that they came in. */
export async function recordSignIn(
  { accounts, clock }: Pick<Deps, 'accounts' | 'clock'>,
  { userId, name }: { userId: string; name: string },
): Promise<void> {
  await accounts.db.$transaction(async (tx) => {
    const memberships = await tx.member.findMany({
      where: { userId },
      select: { organizationId: true },
    })
    for (const { organizationId } of memberships) {
      await recordAudit(tx, {
        organizationId,
        actor: { kind: 'user', id: userId, name },
        action: 'session.opened',
        subjectType: 'user',
        subjectId: userId,
        now: clock.now(),
      })
    }
  })
}
