import { verifyPassword } from 'better-auth/crypto'
import type { ClientOfRequest } from '../auth/client-of-request.ts'
import { findInvitation } from '../db/find-invitation.ts'
import { toDate, toIso } from '../db/instants.ts'
import { takeOrganizationLock } from '../db/organization-lock.ts'
import type { Deps } from '../deps.ts'
import {
  type InvitationOffer,
  type JoinOrganization,
  passwordSchema,
} from '../domain/account.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { createPerson, hashOfPassword } from './create-person.ts'
import { hashOfToken } from './invite-member.ts'
import { recordAudit } from './record-audit.ts'
import { openSession } from './sign-in.ts'

type JoinDeps = Pick<Deps, 'accounts' | 'clock'>

const gone = () =>
  new DomainError('not_found', 'This invitation was used, taken back, or has run out.')

/** What an invitation offers to whoever holds its link; throws `not_found` once it is worth nothing. */
export async function readInvitation(
  { accounts, clock }: JoinDeps,
  { token, client }: { token: string; client: ClientOfRequest },
): Promise<InvitationOffer> {
  await accounts.countTry({ address: client.address })
  const found = await findInvitation(accounts.db, hashOfToken(token), toDate(clock.now()))
  if (found === null) throw gone()
  const { organizationName, inviterName, email, role, expiresAt, userId } = found
  return {
    organizationName,
    inviterName,
    email,
    role,
    hasAccount: userId !== null,
    expiresAt: toIso(expiresAt),
  }
}

/**
 * Makes the holder of an invitation a member and signs them in: with a new account, or with the
 * password of the account that has this e-mail address. The invitation is used up, all or nothing.
 */
export async function joinOrganization(
  deps: JoinDeps,
  input: JoinOrganization & { client: ClientOfRequest },
): Promise<string[]> {
  const { accounts, clock } = deps
  const { token, name, password, client } = input
  await accounts.countTry({ address: client.address })
  const tokenHash = hashOfToken(token)
  const offered = await findInvitation(accounts.db, tokenHash, toDate(clock.now()))
  if (offered === null) throw gone()
  const { id, email, role, organizationId, userId } = offered
  const newcomer = userId === null ? await readNewcomer({ name, email, password }) : null
  if (userId !== null) await checkPassword(accounts, { userId, email, password })

  await accounts.db.$transaction(async (tx) => {
    const now = clock.now()
    // Who invites this address meanwhile finds a member afterwards, and does not invite one.
    await takeOrganizationLock(tx, 'invitations', organizationId)
    const used = await tx.invitation.updateMany({
      where: { id, status: 'pending' },
      data: { status: 'accepted' },
    })
    if (used.count === 0) throw gone()
    const person = newcomer
      ? await createPerson(tx, newcomer, toDate(now))
      : await tx.user.findUniqueOrThrow({ where: { email }, select: { id: true, name: true } })
    await tx.member.create({
      data: { organizationId, userId: person.id, role, createdAt: toDate(now) },
      select: { id: true },
    })
    await recordAudit(tx, {
      organizationId,
      actor: { kind: 'user', ...person },
      action: 'member.joined',
      subjectType: 'user',
      subjectId: person.id,
      after: { email, role },
      now,
    })
  })
  return openSession(deps, { email, password, client, organizationId })
}

async function readNewcomer(input: { name: string | undefined; email: string; password: string }) {
  const refuse = (path: string, message: string) => fieldError('invalid_input', path, message)
  if (input.name === undefined) throw refuse('name', 'Write your name.')
  const password = passwordSchema.safeParse(input.password)
  if (!password.success) {
    throw refuse('password', password.error.issues[0]?.message ?? 'Choose another password.')
  }
  const passwordHash = await hashOfPassword(password.data)
  return { name: input.name, email: input.email, passwordHash }
}

async function checkPassword(
  { db, countTry }: Deps['accounts'],
  { userId, email, password }: { userId: string; email: string; password: string },
): Promise<void> {
  await countTry({ address: null, email })
  const account = await db.account.findFirst({
    where: { userId, providerId: 'credential' },
    select: { password: true },
  })
  const hash = account?.password
  if (hash && (await verifyPassword({ hash, password }))) return
  throw fieldError(
    'unauthenticated',
    'password',
    'This is not the password of the account with this e-mail address.',
  )
}
