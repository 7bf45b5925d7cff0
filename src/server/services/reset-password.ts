import { randomBytes } from 'node:crypto'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { demoEmailOf, demoRoles } from '../domain/account.schema.ts'
import { systemActor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { hashOfPassword } from './create-person.ts'
import { recordAudit } from './record-audit.ts'

/**
 * Gives an account a random password, ends all its sessions and notes it in each of its
 * organizations; null where nobody has this e-mail address. `db` acts as `ringback_auth`. Throws
 * `conflict` for an account of the demo.
 */
export async function resetPassword(
  { db, clock }: Pick<Deps['accounts'], 'db'> & Pick<Deps, 'clock'>,
  email: string,
): Promise<{ password: string } | null> {
  if (demoRoles.some((role) => demoEmailOf(role) === email)) {
    throw new DomainError(
      'conflict',
      'Visitors of the demo share this account; nobody types its password.',
    )
  }
  const password = randomBytes(15).toString('base64url')
  const passwordHash = await hashOfPassword(password)
  return db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (user === null) return null
    const now = clock.now()
    const { count } = await tx.account.updateMany({
      where: { userId: user.id, providerId: 'credential' },
      data: { password: passwordHash, updatedAt: toDate(now) },
    })
    if (count !== 1) throw new DomainError('conflict', 'This account does not sign in by password.')
    await tx.session.deleteMany({ where: { userId: user.id } })
    const memberships = await tx.member.findMany({
      where: { userId: user.id },
      select: { organizationId: true },
    })
    for (const { organizationId } of memberships) {
      await recordAudit(tx, {
        organizationId,
        actor: systemActor,
        action: 'password.reset',
        subjectType: 'user',
        subjectId: user.id,
        after: { email },
        now,
      })
    }
    return { password }
  })
}
