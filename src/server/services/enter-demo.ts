import type { ClientOfRequest } from '../auth/client-of-request.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import { demoEmailOf, type demoRoles } from '../domain/account.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { createPerson, hashOfPassword } from './create-person.ts'
import { openSession } from './sign-in.ts'

type DemoRole = (typeof demoRoles)[number]

/** Signs a visitor in as a member of the demo organization; throws `not_found` where there is none. */
export async function enterDemo(
  deps: Pick<Deps, 'accounts' | 'clock'>,
  { role, client }: { role: DemoRole; client: ClientOfRequest },
): Promise<string[]> {
  const { accounts } = deps
  if (!accounts.isDemoOpen) throw new DomainError('not_found', 'There is no demo here.')
  await accounts.countTry({ address: client.address })
  const email = demoEmailOf(role)
  const password = accounts.demoPasswordOf(email)
  await ensureDemoMember(deps, { role, email, password })
  return openSession(deps, { email, password, client })
}

async function ensureDemoMember(
  { accounts, clock }: Pick<Deps, 'accounts' | 'clock'>,
  { role, email, password }: { role: DemoRole; email: string; password: string },
): Promise<void> {
  const { db } = accounts
  const organization = await db.organization.findFirst({
    where: { isDemo: true },
    select: { id: true },
  })
  if (organization === null) throw new DomainError('not_found', 'There is no demo here.')
  const organizationId = organization.id
  const known = await db.member.findFirst({
    where: { organizationId, user: { email } },
    select: { role: true },
  })
  if (known?.role === role) return
  const passwordHash = await hashOfPassword(password)
  const name = `Demo ${role}`
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`demo ${role}`}, 0))`
    const now = toDate(clock.now())
    const { id: userId } =
      (await tx.user.findUnique({ where: { email }, select: { id: true } })) ??
      (await createPerson(tx, { name, email, passwordHash }, now))
    // A visitor who came as the manager may have changed or removed this member: the next one
    // finds the door as it was.
    await tx.member.upsert({
      where: { organizationId_userId: { organizationId, userId } },
      create: { organizationId, userId, role, createdAt: now },
      update: { role },
      select: { id: true },
    })
  })
}
