import { hashPassword } from 'better-auth/crypto'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from '../db/client.ts'
import { fieldError } from '../domain/errors.ts'

export type NewPerson = { name: string; email: string; passwordHash: string }

/** Slow on purpose, so outside of any transaction. */
export const hashOfPassword = (password: string): Promise<string> => hashPassword(password)

/** A person who signs in by password, in better-auth's form; throws `conflict` for a known address. */
export async function createPerson(
  tx: DbTransaction,
  { name, email, passwordHash }: NewPerson,
  now: Date,
): Promise<{ id: string; name: string }> {
  const id = uuidv7()
  const times = { createdAt: now, updatedAt: now }
  const created = await tx.user.createMany({
    data: { id, name, email, emailVerified: false, ...times },
    skipDuplicates: true,
  })
  if (created.count === 0) {
    throw fieldError(
      'conflict',
      'email',
      'There is an account with this e-mail address already. Sign in instead.',
    )
  }
  await tx.account.create({
    data: { userId: id, accountId: id, providerId: 'credential', password: passwordHash, ...times },
    select: { id: true },
  })
  return { id, name }
}
