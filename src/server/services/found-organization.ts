import { randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { isSameSecret } from '../auth/accounts.ts'
import type { ClientOfRequest } from '../auth/client-of-request.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { FoundOrganization } from '../domain/account.schema.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { createPerson, hashOfPassword } from './create-person.ts'
import { recordAudit } from './record-audit.ts'
import { openSession } from './sign-in.ts'

/**
 * Makes an organization with its first owner, all or nothing, and signs them in. Throws `forbidden`
 * without the set-up token where not anybody may found one.
 */
export async function foundOrganization(
  deps: Pick<Deps, 'accounts' | 'clock'>,
  input: FoundOrganization & { client: ClientOfRequest },
): Promise<string[]> {
  const { accounts, clock } = deps
  const { organizationName, timeZone, name, email, password, client } = input
  await accounts.countTry({ address: client.address })
  const passwordHash = await hashOfPassword(password)
  await accounts.db.$transaction(async (tx) => {
    // Two first visitors at the same moment: the second finds the first one's organization.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('found', 0))`
    await checkMayFound(
      accounts,
      input.setUpToken,
      await tx.organization.count({ where: { isDemo: false } }),
    )
    const now = clock.now()
    const id = uuidv7()
    const slug = slugOf(organizationName)
    await tx.organization.create({
      data: { id, name: organizationName, slug, timeZone, createdAt: toDate(now) },
      select: { id: true },
    })
    const person = await createPerson(tx, { name, email, passwordHash }, toDate(now))
    await tx.member.create({
      data: { organizationId: id, userId: person.id, role: 'owner', createdAt: toDate(now) },
      select: { id: true },
    })
    await recordAudit(tx, {
      organizationId: id,
      actor: { kind: 'user', ...person },
      action: 'organization.founded',
      subjectType: 'organization',
      subjectId: id,
      after: { name: organizationName, slug, timeZone },
      now,
    })
  })
  return openSession(deps, { email, password, client })
}

async function checkMayFound(
  accounts: Deps['accounts'],
  token: string | undefined,
  organizations: number,
): Promise<void> {
  if (accounts.isSignUpOpen) return
  if (organizations > 0) {
    throw new DomainError('forbidden', 'Organizations are set up already. Ask for an invitation.')
  }
  if (token !== undefined && isSameSecret(token, accounts.setUpToken)) return
  throw fieldError(
    'forbidden',
    'setUpToken',
    'Open the link that the server printed when it started.',
  )
}

/** Latin letters and digits of the name, and four digits that keep namesakes apart. */
function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${words.slice(0, 40) || 'organization'}-${randomInt(1000, 10_000)}`
}
