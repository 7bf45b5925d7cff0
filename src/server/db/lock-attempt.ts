import type { DbTransaction } from './client.ts'

export type AttemptRow = Awaited<ReturnType<DbTransaction['callAttempt']['findUniqueOrThrow']>>

/**
 * Locks an attempt until the end of the transaction; null when there is none. Whoever also locks
 * its call locks the call first.
 */
export async function lockAttempt(
  tx: DbTransaction,
  placementKey: string,
): Promise<AttemptRow | null> {
  const [row] = await tx.$queryRaw<AttemptRow[]>`
    select * from "CallAttempt" where "placementKey" = ${placementKey} for update`
  return row ?? null
}
