import type { CallStatus } from '../domain/call-status.ts'
import type { DbSession } from './client.ts'

/** A call with its last attempt, for whoever moves it on by hand; null where there is none. */
export async function readStagedCall(
  session: DbSession,
  { organizationId, callId }: { organizationId: string; callId: string },
) {
  const row = await session.call.findUnique({
    where: { organizationId_id: { organizationId, id: callId } },
    select: {
      isDemo: true,
      status: true,
      demoScenario: true,
      attempts: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, placementKey: true, providerCallId: true, answeredAt: true },
      },
    },
  })
  if (row === null) return null
  const { attempts, status, ...call } = row
  return { ...call, status: status as CallStatus, attempt: attempts[0] ?? null }
}
