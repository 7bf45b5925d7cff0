import type { ClientOfRequest } from '../auth/client-of-request.ts'
import { toDate } from '../db/instants.ts'
import type { Deps } from '../deps.ts'
import type { demoRoles } from '../domain/account.schema.ts'
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
  const email = `${role}@demo.invalid`
  const password = accounts.demoPasswordOf(email)
  await ensureDemoMember(deps, { role, email, password })
  return openSession(deps, { email, password, client })
}

async function ensureDemoMember(
  { accounts, clock }: Pick<Deps, 'accounts' | 'clock'>,
  { role, email, password }: { role: DemoRole; email: string; password: string },
): Promise<void> {
  const { db } = accounts
  const known = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (known !== null) return
  const organization = await db.organization.findFirst({
    where: { isDemo: true },
    select: { id: true },
  })
  if (organization === null) throw new DomainError('not_found', 'There is no demo here.')
  const passwordHash = await hashOfPassword(password)
  const name = `Demo ${role}`
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`demo ${role}`}, 0))`
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return
    const now = toDate(clock.now())
    const { id: userId } = await createPerson(tx, { name, email, passwordHash }, now)
    await tx.member.create({
      data: { organizationId: organization.id, userId, role, createdAt: now },
      select: { id: true },
    })
  })
}
