import type { Db } from './client.ts'

/** Which of a provider's ids belong to an attempt already, in whatever organization. */
export async function findBoundLines(
  systemDb: Db,
  { provider, providerCallIds }: { provider: string; providerCallIds: string[] },
): Promise<ReadonlySet<string>> {
  const rows = await systemDb.callAttempt.findMany({
    where: { provider, providerCallId: { in: providerCallIds } },
    select: { providerCallId: true },
  })
  return new Set(rows.flatMap(({ providerCallId }) => providerCallId ?? []))
}
