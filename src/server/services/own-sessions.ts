import type { ClientOfRequest } from '../auth/client-of-request.ts'
import { headersOf } from '../auth/client-of-request.ts'
import type { Identity } from '../auth/identity.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { demoEmailOf, demoRoles, type OpenSession } from '../domain/account.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { isApiRefusal } from './api-refusal.ts'
import { recordAudit } from './record-audit.ts'

type SessionDeps = Pick<Deps, 'accounts' | 'clock'>

/** The person behind an identity; throws for a program, which has no sessions. */
function personOf({ actor }: Identity): { id: string; name: string } {
  if (actor.kind === 'user') return actor
  throw new DomainError('forbidden', 'Keys have no sessions.')
}

/**
 * The sessions that are this person's to see and to end: all of the account, but only this one
 * where strangers share the account, as the visitors of the demo do.
 */
async function ownSessions(
  db: Pick<Deps['accounts']['db'], 'user'>,
  identity: Identity,
): Promise<{ userId: string; AND?: { id: string } }> {
  const userId = personOf(identity).id
  const { email } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  })
  const isShared = demoRoles.some((role) => demoEmailOf(role) === email)
  return isShared ? { userId, AND: { id: identity.sessionId ?? userId } } : { userId }
}

/** Where a person is signed in, the newest first. */
export async function listOwnSessions(
  { accounts, clock }: SessionDeps,
  identity: Identity,
): Promise<OpenSession[]> {
  const rows = await accounts.db.session.findMany({
    where: {
      ...(await ownSessions(accounts.db, identity)),
      expiresAt: { gt: toDate(clock.now()) },
    },
    select: { id: true, createdAt: true, expiresAt: true, ipAddress: true, userAgent: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
    id,
    isCurrent: id === identity.sessionId,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address: ipAddress || null,
    userAgent: userAgent || null,
  }))
}

/** Ends one of a person's own sessions; throws `not_found` for any other. */
export async function endSession(
  deps: SessionDeps,
  { identity, id }: { identity: Identity; id: string },
): Promise<void> {
  await endSessions(deps, { identity, only: id })
}

/** Logs a person out everywhere but here; answers from how many places. */
export const endOtherSessions = (deps: SessionDeps, identity: Identity): Promise<number> =>
  endSessions(deps, { identity })

async function endSessions(
  { accounts, clock }: SessionDeps,
  { identity, only }: { identity: Identity; only?: string },
): Promise<number> {
  const { organizationId, actor, sessionId } = identity
  const userId = personOf(identity).id
  return accounts.db.$transaction(async (tx) => {
    const id = only ?? (sessionId ? { not: sessionId } : undefined)
    const { count } = await tx.session.deleteMany({
      where: { ...(await ownSessions(tx, identity)), id },
    })
    if (only !== undefined && count === 0) {
      throw new DomainError('not_found', 'There is no open session with this id.')
    }
    await recordAudit(tx, {
      organizationId,
      actor,
      action: 'sessions.ended',
      subjectType: 'user',
      subjectId: userId,
      after: { ended: count },
      now: clock.now(),
    })
    return count
  })
}

/** Sets a new password and logs the person out everywhere else; throws for a wrong current one. */
export async function changePassword(
  { accounts, clock }: SessionDeps,
  input: {
    identity: Identity
    client: ClientOfRequest
    currentPassword: string
    newPassword: string
  },
): Promise<string[]> {
  const { identity, client, currentPassword, newPassword } = input
  const { organizationId, actor } = identity
  await accounts.countTry({ address: client.address, email: `password of ${actor.id}` })
  try {
    const { headers } = await accounts.auth.api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers: headersOf(client),
      returnHeaders: true,
    })
    await accounts.db.$transaction((tx) =>
      recordAudit(tx, {
        organizationId,
        actor,
        action: 'password.changed',
        subjectType: 'user',
        subjectId: actor.id,
        now: clock.now(),
      }),
    )
    return headers.getSetCookie()
  } catch (error) {
    if (!isApiRefusal(error)) throw error
    throw fieldError('invalid_input', 'currentPassword', 'This is not your current password.')
  }
}
