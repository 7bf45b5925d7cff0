import type { CallStatus } from '../domain/call-status.ts'
import { isLive } from '../domain/call-status.ts'
import type { DbTransaction } from './client.ts'

/** The provider's names of those calls that are on the line. */
export async function readOpenLines(
  tx: DbTransaction,
  of: { organizationId: string; calls: readonly { id: string; status: CallStatus }[] },
): Promise<string[]> {
  const live = of.calls.filter(({ status }) => isLive(status)).map(({ id }) => id)
  const attempts = await tx.callAttempt.findMany({
    where: {
      organizationId: of.organizationId,
      callId: { in: live },
      providerCallId: { not: null },
      outcome: null,
    },
    select: { providerCallId: true },
  })
  return attempts.flatMap(({ providerCallId }) => providerCallId ?? [])
}
