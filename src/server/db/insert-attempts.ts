import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { AttemptNews } from '../domain/call.schema.ts'
import type { Gate } from '../domain/gate.ts'
import type { DbTransaction } from './client.ts'
import { toIso } from './instants.ts'

export type NewAttempt = {
  callId: string
  number: number
  placementKey: string
  provider: string
  scheduleConfigVersion: number
  campaignConfigVersion: number | null
  gates: readonly Gate[]
}

/** Writes down claimed attempts, none of them sent; one statement, as `createMany` computes for long. */
export async function insertAttempts(
  tx: DbTransaction,
  input: {
    organizationId: string
    attempts: readonly NewAttempt[]
    requestedAt: Temporal.Instant
    leaseExpiresAt: Temporal.Instant
    entry: AttemptNews
  },
): Promise<void> {
  const shared = {
    organizationId: input.organizationId,
    status: 'placing',
    requestedAt: toIso(input.requestedAt),
    leaseExpiresAt: toIso(input.leaseExpiresAt),
    sentAt: null,
    history: [input.entry],
  }
  const rows = input.attempts.map((attempt) => ({
    ...shared,
    ...attempt,
    id: uuidv7(),
    gates: attempt.gates.map((gate) => ({ ...gate, until: gate.until ? toIso(gate.until) : null })),
  }))
  await tx.$executeRaw`
    insert into "CallAttempt" (id, "organizationId", "callId", number, "placementKey", provider, status,
      "requestedAt", "leaseExpiresAt", "sentAt", "scheduleConfigVersion", "campaignConfigVersion", gates,
      history)
    select id, "organizationId", "callId", number, "placementKey", provider, status,
      "requestedAt", "leaseExpiresAt", "sentAt", "scheduleConfigVersion", "campaignConfigVersion", gates,
      history
    from jsonb_populate_recordset(null::"CallAttempt", ${JSON.stringify(rows)}::jsonb)`
}
